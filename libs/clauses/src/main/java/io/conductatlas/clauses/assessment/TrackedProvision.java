package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.DetectedProvision;

/**
 * A provision under the name it keeps through its lineage.
 *
 * @param id for example {@code CA-P-000123}
 */
public record TrackedProvision(String id, DetectedProvision provision) {}
