package io.conductatlas.classifier.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.events.AssessmentReviewed;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.Origin;
import io.conductatlas.events.ReviewVerdict;
import java.time.Instant;
import java.util.UUID;

/** The event that told what a change means, as it is kept, and as staff would have it. */
final class ToldChange {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ToldChange() {}

    static String json(ChangeAssessed told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an assessment cannot be written as JSON", e);
        }
    }

    static ChangeAssessed read(String json) {
        try {
            return JSON.readValue(json, ChangeAssessed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment cannot be read", e);
        }
    }

    /** The same event with what staff said in place of what they corrected; a rejected one alerts nobody. */
    static ChangeAssessed corrected(ChangeAssessed told, AssessmentReviewed review) {
        boolean corrects = review.verdict() == ReviewVerdict.CORRECTED;
        return copy(
                told,
                corrects ? review : null,
                told.eventId(),
                told.alerting() && review.verdict() != ReviewVerdict.REJECTED,
                told.origin(),
                told.recordedAt());
    }

    /** A further event that tells it again after a review, to those who keep what is true and to no subscriber. */
    static ChangeAssessed again(ChangeAssessed told, AssessmentReviewed review, UUID eventId, Instant now) {
        ChangeAssessed corrected = corrected(told, review);
        return copy(corrected, null, eventId, corrected.alerting(), Origin.REPLAY, now);
    }

    private static ChangeAssessed copy(
            ChangeAssessed told,
            @org.jspecify.annotations.Nullable AssessmentReviewed correction,
            UUID eventId,
            boolean alerting,
            Origin origin,
            Instant recordedAt) {
        return new ChangeAssessed(
                eventId,
                told.changeId(),
                told.platform(),
                told.document(),
                told.from(),
                told.to(),
                told.changeClass(),
                told.counts(),
                alerting,
                correction == null || correction.correctedSeverity() == null
                        ? told.severity()
                        : correction.correctedSeverity(),
                correction == null || correction.correctedDirection() == null
                        ? told.direction()
                        : correction.correctedDirection(),
                told.title(),
                correction == null || correction.correctedSummary() == null
                        ? told.summary()
                        : correction.correctedSummary(),
                told.labels(),
                told.provisionChanges(),
                told.provisionChangeCount(),
                told.regulations(),
                told.effectiveDate(),
                told.publishedDate(),
                told.groupId(),
                told.hunks(),
                told.assessment(),
                told.catalogueVersion(),
                origin,
                told.observedAt(),
                recordedAt);
    }
}
