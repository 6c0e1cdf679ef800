package io.conductatlas.classifier.assessment;

import io.conductatlas.clauses.assessment.Assessment;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.events.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment whose object is written.
 *
 * @param shown the provisions of the version, with what staff corrected, without what they rejected
 * @param met all provisions met, to be stored: present ones of the version, others of the version before
 * @param assessment of the change; null for a first version
 */
record Result(
        long revision,
        List<DetectedProvision> shown,
        List<Met> met,
        @Nullable Assessment assessment,
        ObjectRef object,
        String catalogueVersion) {

    /** A provision and the name it has. */
    record Met(String id, DetectedProvision found, boolean fresh, boolean present) {}
}
