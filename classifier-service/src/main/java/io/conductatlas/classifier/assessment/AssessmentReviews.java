package io.conductatlas.classifier.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.AssessmentReviewed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What staff said of assessments; of a change the last word is in force, under any catalogue. */
@ApplicationScoped
public class AssessmentReviews {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String LAST =
            "select body from review where subject_id = :subject order by recorded_at desc, event_id desc limit 1";
    private static final String TOLD = """
            select told from assessment where subject_id = :subject and told is not null
            order by recorded_at desc, catalogue_version desc limit 1
            """;

    private final Outbox outbox;
    private final Clock clock;

    AssessmentReviews(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The review of a change in force, in the caller's transaction; null for a change nobody looked at. */
    Uni<@Nullable AssessmentReviewed> of(String changeId) {
        return one(LAST, changeId).map(body -> body == null ? null : read(body));
    }

    /** Tells a change again as a review has it, in the caller's transaction; a change never assessed fails. */
    public Uni<Void> tellAgain(AssessmentReviewed review) {
        return one(TOLD, review.changeId())
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalArgumentException("there is no assessment of " + review.changeId()))
                .chain(told ->
                        outbox.add(ToldChange.again(ToldChange.read(told), review, Ids.next(clock), clock.instant())));
    }

    private static Uni<@Nullable String> one(String query, String subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(query, String.class)
                        .setParameter("subject", subject)
                        .getResultList())
                .map(AssessmentReviews::first);
    }

    private static @Nullable String first(List<String> rows) {
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static AssessmentReviewed read(String body) {
        try {
            return JSON.readValue(body, AssessmentReviewed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored review cannot be read", e);
        }
    }
}
