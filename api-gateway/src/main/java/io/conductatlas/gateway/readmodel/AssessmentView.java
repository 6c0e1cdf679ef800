package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.Direction;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Change means, in brief.
 *
 * @param alerting whether it is a change of meaning
 * @param provisionChanges the most severe first, at most 50
 * @param provisionChangeCount how many there are in all
 * @param recordedAt when the assessment was stored
 */
public record AssessmentView(
        boolean alerting,
        Severity severity,
        Direction direction,
        String title,
        String summary,
        List<String> labels,
        List<ProvisionChange> provisionChanges,
        int provisionChangeCount,
        List<RegulationTag> regulations,
        String catalogueVersion,
        @Nullable Instant recordedAt) {
    public AssessmentView {
        labels = List.copyOf(labels);
        provisionChanges = List.copyOf(provisionChanges);
        regulations = List.copyOf(regulations);
    }
}
