package io.conductatlas.differ.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Inbox;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.differ.document.DocumentHistory;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.ReviewVerdict;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Writes what a capture turned out to hold, its claim and what is told of it, in one transaction. */
@ApplicationScoped
class CaptureStorage {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DocumentHistory history;
    private final RefusedCaptures refusals;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    CaptureStorage(DocumentHistory history, RefusedCaptures refusals, Inbox inbox, Outbox outbox, Clock clock) {
        this.history = history;
        this.refusals = refusals;
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> commit(UUID eventId, CaptureRecorded capture, Finding finding) {
        return history.lock(capture.platform(), capture.document(), capture.observedAt())
                .chain(() -> inbox.claim(CapturesConsumer.CONSUMER, eventId))
                .chain(ours -> ours ? write(capture, finding) : Uni.createFrom().voidItem());
    }

    /** Lets a capture in that had been refused; {@code verdict} is kept with the refusal. */
    @WithTransaction
    Uni<Void> commitAfterAll(UUID eventId, CaptureRecorded capture, Finding finding, ReviewVerdict verdict) {
        return history.lock(capture.platform(), capture.document(), capture.observedAt())
                .chain(() -> inbox.claim(CapturesConsumer.CONSUMER, eventId))
                .chain(ours -> ours
                        ? reviewed(capture.captureId(), verdict)
                                .chain(() -> finding instanceof Finding.Fresh fresh
                                        ? history.add(capture, fresh.text())
                                        : Uni.createFrom().voidItem())
                        : Uni.createFrom().voidItem());
    }

    /** Keeps a verdict that changes no text. */
    @WithTransaction
    Uni<Void> commitReview(UUID eventId, UUID captureId, ReviewVerdict verdict) {
        return inbox.claim(CapturesConsumer.CONSUMER, eventId)
                .chain(ours ->
                        ours ? reviewed(captureId, verdict) : Uni.createFrom().voidItem());
    }

    private Uni<Void> reviewed(UUID captureId, ReviewVerdict verdict) {
        return refusals.findById(captureId)
                .invoke(found -> {
                    if (found != null) {
                        found.reviewed(verdict, clock.instant());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> write(CaptureRecorded capture, Finding finding) {
        if (finding instanceof Finding.Fresh fresh) {
            return history.add(capture, fresh.text());
        }
        if (finding instanceof Finding.Refused refused) {
            return refusals.persist(new RefusedCapture(capture, refused, json(capture), clock.instant()))
                    .chain(() -> outbox.add(refused(capture, refused)));
        }
        return Uni.createFrom().voidItem();
    }

    private CaptureRefused refused(CaptureRecorded capture, Finding.Refused refused) {
        return new CaptureRefused(
                Ids.next(clock),
                capture.captureId(),
                capture.platform(),
                capture.document(),
                refused.reason(),
                refused.detail(),
                capture.warc(),
                capture.origin(),
                capture.observedAt(),
                clock.instant());
    }

    static CaptureRecorded capture(RefusedCapture refused) {
        try {
            return JSON.readValue(refused.event(), CaptureRecorded.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept capture cannot be read", e);
        }
    }

    private static String json(CaptureRecorded capture) {
        try {
            return JSON.writeValueAsString(capture);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a capture cannot be written as JSON", e);
        }
    }
}
