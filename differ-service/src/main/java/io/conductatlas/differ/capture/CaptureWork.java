package io.conductatlas.differ.capture;

import io.conductatlas.delivery.Worker;
import io.conductatlas.differ.document.DocumentHistory;
import io.conductatlas.differ.document.StaleStanding;
import io.conductatlas.differ.document.Standing;
import io.conductatlas.differ.source.SourceRevisions;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureReviewed;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.events.SourceDeclared;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** What is done with each capture: read how its document stands, examine it on a worker, write what was found. */
@ApplicationScoped
class CaptureWork {

    /** A text that is refused for what it may well be is let in when it stays as long as this. */
    static final Duration PERSISTS = Duration.ofDays(3);

    /** How long a capture waits for its source, which lies in another topic. */
    private static final Duration WAIT_FOR_SOURCE = Duration.ofSeconds(60);

    private static final int COMPARISONS = 10;

    private final DocumentHistory history;
    private final SourceRevisions sources;
    private final RefusedCaptures refusals;
    private final Examiner examiner;
    private final CaptureStorage storage;
    private final Worker worker;
    private final Map<UUID, Long> waiting = new ConcurrentHashMap<>();

    CaptureWork(
            DocumentHistory history,
            SourceRevisions sources,
            RefusedCaptures refusals,
            Examiner examiner,
            CaptureStorage storage,
            Worker worker) {
        this.history = history;
        this.sources = sources;
        this.refusals = refusals;
        this.examiner = examiner;
        this.storage = storage;
        this.worker = worker;
    }

    Uni<Void> capture(CaptureRecorded capture) {
        return examined(
                capture,
                false,
                (standing, finding) -> persisting(capture, standing, finding)
                        .chain(persists -> persists
                                ? afterAll(capture.eventId(), capture)
                                : storage.commit(capture.eventId(), capture, finding)));
    }

    /** That nothing changed is news where what is there was refused, and has stayed. */
    Uni<Void> check(CheckRecorded check) {
        return refusals.of(check.sameAs())
                .chain(found -> found.filter(RefusedCapture::mayPersist)
                        .filter(refused -> hasStayed(refused.observedAt(), check.observedAt()))
                        .map(refused -> afterAll(check.eventId(), CaptureStorage.capture(refused)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    Uni<Void> review(CaptureReviewed review) {
        return refusals.of(review.captureId())
                .chain(found -> found.isPresent() && review.verdict() == ReviewVerdict.ACCEPTED
                        ? afterAll(review.eventId(), CaptureStorage.capture(found.get()))
                        : storage.commitReview(review.eventId(), review.captureId(), review.verdict()));
    }

    private Uni<Void> afterAll(UUID eventId, CaptureRecorded capture) {
        return examined(
                capture,
                true,
                (standing, finding) -> storage.commitAfterAll(eventId, capture, finding, ReviewVerdict.ACCEPTED));
    }

    private Uni<Boolean> persisting(CaptureRecorded capture, Standing standing, Finding finding) {
        if (!(finding instanceof Finding.Refused refused)
                || !refused.mayPersist()
                || refused.textHash().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        Instant after = standing.present().map(Standing.Seen::observedAt).orElse(Instant.EPOCH);
        return refusals.refusedSince(capture.document().id(), refused.textHash().get(), after)
                .map(since -> since.isPresent() && hasStayed(since.get(), capture.observedAt()));
    }

    private static boolean hasStayed(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(PERSISTS) >= 0;
    }

    private Uni<Void> examined(
            CaptureRecorded capture, boolean overruled, BiFunction<Standing, Finding, Uni<Void>> then) {
        return Uni.createFrom()
                .deferred(() -> source(capture)
                        .chain(source -> history.standing(
                                        capture.platform().id(),
                                        capture.document().id(),
                                        capture.observedAt())
                                .chain(standing -> worker.run(
                                                () -> examiner.examine(capture, source, standing, overruled))
                                        .chain(finding -> then.apply(standing, finding)))))
                .onFailure(StaleStanding.class)
                .retry()
                .atMost(COMPARISONS);
    }

    private Uni<Optional<SourceDeclared>> source(CaptureRecorded capture) {
        return Panache.withSession(() -> sources.find(capture.document().id(), capture.sourceRevision()))
                .chain(found -> {
                    if (found.isPresent() || !awaits(capture.eventId())) {
                        waiting.remove(capture.eventId());
                        return Uni.createFrom().item(found);
                    }
                    return Uni.createFrom()
                            .failure(new SourceNotYetKnown(capture.platform().slug() + "/"
                                    + capture.document().slug()));
                });
    }

    /** A source that does not come is none: what the page holds is looked for without it. */
    private boolean awaits(UUID eventId) {
        long since = waiting.computeIfAbsent(eventId, id -> System.nanoTime());
        return System.nanoTime() - since < WAIT_FOR_SOURCE.toNanos();
    }
}
