package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.KnownProvision;
import io.conductatlas.clauses.detection.DetectedProvision;
import org.jspecify.annotations.Nullable;

/**
 * A provision of a version and who it is.
 *
 * @param found as it was read
 * @param known the provision it continues; null for one never met
 * @param ordinal for one never met, its place among all of those of its event, from 0; else -1
 */
record Identified(DetectedProvision found, @Nullable KnownProvision known, int ordinal) {}
