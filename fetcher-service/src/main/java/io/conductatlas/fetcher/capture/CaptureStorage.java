package io.conductatlas.fetcher.capture;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.events.CaptureEvent;
import io.conductatlas.events.CaptureFailed;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.CaptureRecovered;
import io.conductatlas.events.CheckRecorded;
import io.conductatlas.events.Origin;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.fetcher.capture.Capture.Attempt;
import io.conductatlas.fetcher.source.Target;
import io.conductatlas.fetcher.source.Targets;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes down what came of a fetch, its events and the next due time, in one transaction, and only for whoever still
 * holds the source.
 */
@ApplicationScoped
public class CaptureStorage {

    private final Targets targets;
    private final Captures captures;
    private final Outbox outbox;
    private final Clock clock;

    CaptureStorage(Targets targets, Captures captures, Outbox outbox, Clock clock) {
        this.targets = targets;
        this.captures = captures;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** New bytes. Fails with {@link LeaseLostException} when the source is no longer held. */
    @WithTransaction
    public Uni<Void> recorded(Held held, FetchedSource fetched, Instant nextDue) {
        return holding(held, target -> {
            Attempt attempt = attempt(held.source(), Origin.LIVE, fetched.observedAt());
            List<CaptureEvent> events = recovered(target, held.source(), attempt);
            events.add(recorded(held.source(), attempt, fetched));
            target.recorded(
                    attempt.id(), fetched.contentHash(), fetched.warc(), fetched.states(), fetched.observedAt());
            target.release(nextDue);
            return write(Capture.recorded(attempt, fetched.contentHash(), fetched.warc()), events);
        });
    }

    /** The same bytes as before. Fails with {@link LeaseLostException} when the source is no longer held. */
    @WithTransaction
    public Uni<Void> checked(Held held, UnchangedSource unchanged, Instant nextDue) {
        return holding(held, target -> {
            if (!target.lastCaptureId().equals(Optional.of(unchanged.sameAs()))) {
                return Uni.createFrom().failure(new LeaseLostException(target.documentId())); // an archive came between
            }
            Attempt attempt = attempt(held.source(), Origin.LIVE, unchanged.observedAt());
            List<CaptureEvent> events = recovered(target, held.source(), attempt);
            events.add(checked(held.source(), attempt, unchanged));
            target.checked(unchanged.states(), unchanged.observedAt());
            target.release(nextDue);
            return write(Capture.checked(attempt, unchanged.contentHash(), unchanged.sameAs()), events);
        });
    }

    /**
     * No bytes. Fails with {@link LeaseLostException} when the source is no longer held.
     *
     * @param nextDue when to try again, given how many attempts failed in a row with this one
     */
    @WithTransaction
    public Uni<Void> failed(Held held, FetchFailure failure, Function<Integer, Instant> nextDue) {
        return holding(held, target -> {
            Attempt attempt = attempt(held.source(), Origin.LIVE, now());
            target.failed(attempt.observedAt());
            Instant next = nextDue.apply(target.streak());
            target.release(next);
            return write(
                    Capture.failed(attempt, failure), List.of(failed(target, held.source(), attempt, failure, next)));
        });
    }

    /** What an archive holds of a document at a time. */
    @WithTransaction
    public Uni<TakeOver> takeOver(SourceDeclared source, FetchedSource archived) {
        return targets.lockPlatform(source.platform().id())
                .chain(() -> targets.lock(source.document().id()))
                .chain(found -> captures.ofArchive(
                                source.document().id(), archived.observedAt(), archived.contentHash())
                        .chain(known -> known.isPresent()
                                ? Uni.createFrom()
                                        .item(TakeOver.known(known.get().id()))
                                : takeOver(found.orElseThrow(), source, archived)));
    }

    private Uni<TakeOver> takeOver(Target target, SourceDeclared source, FetchedSource archived) {
        Optional<Instant> newest = target.lastObservedAt();
        if (newest.isPresent() && !archived.observedAt().isAfter(newest.get())) {
            return Uni.createFrom().item(TakeOver.refused(newest.get()));
        }
        Attempt attempt = attempt(source, Origin.BACKFILL, archived.observedAt());
        Optional<UUID> last = target.lastCaptureId();
        if (last.isPresent() && target.lastContentHash().equals(Optional.of(archived.contentHash()))) {
            UnchangedSource unchanged = new UnchangedSource(
                    archived.contentHash(), last.get(), false, archived.states(), archived.observedAt());
            target.checked(archived.states(), archived.observedAt());
            return write(
                            Capture.checked(attempt, archived.contentHash(), last.get()),
                            List.of(checked(source, attempt, unchanged)))
                    .replaceWith(TakeOver.taken(attempt.id(), false));
        }
        target.recorded(
                attempt.id(), archived.contentHash(), archived.warc(), archived.states(), archived.observedAt());
        return write(
                        Capture.recorded(attempt, archived.contentHash(), archived.warc()),
                        List.of(recorded(source, attempt, archived)))
                .replaceWith(TakeOver.taken(attempt.id(), true));
    }

    private Uni<Void> holding(Held held, Function<Target, Uni<Void>> work) {
        UUID documentId = held.source().document().id();
        return targets.lockPlatform(held.source().platform().id())
                .chain(() -> targets.lock(documentId))
                .chain(found -> found.filter(target -> target.isLeasedTo(held.owner(), held.fence()))
                        .map(work)
                        .orElseGet(() -> Uni.createFrom().failure(new LeaseLostException(documentId))));
    }

    private Uni<Void> write(Capture capture, List<CaptureEvent> events) {
        Uni<Void> written = captures.persist(capture).replaceWithVoid();
        for (CaptureEvent event : events) {
            written = written.chain(() -> outbox.add(event));
        }
        return written;
    }

    private Attempt attempt(SourceDeclared source, Origin origin, Instant observedAt) {
        return new Attempt(Ids.next(clock), source.document().id(), source.revision(), origin, observedAt, now());
    }

    /** As exact as the database keeps it, so that events and rows say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<CaptureEvent> recovered(Target target, SourceDeclared source, Attempt attempt) {
        List<CaptureEvent> events = new ArrayList<>();
        target.failingSince()
                .ifPresent(since -> events.add(new CaptureRecovered(
                        Ids.next(clock),
                        attempt.id(),
                        source.platform(),
                        source.document(),
                        target.streak(),
                        since,
                        attempt.origin(),
                        attempt.observedAt(),
                        attempt.recordedAt())));
        target.recovered();
        return events;
    }

    private CaptureRecorded recorded(SourceDeclared source, Attempt attempt, FetchedSource fetched) {
        return new CaptureRecorded(
                Ids.next(clock),
                attempt.id(),
                source.platform(),
                source.document(),
                source.revision(),
                fetched.parts(),
                fetched.contentHash(),
                fetched.warc(),
                attempt.origin(),
                attempt.observedAt(),
                attempt.recordedAt());
    }

    private CheckRecorded checked(SourceDeclared source, Attempt attempt, UnchangedSource unchanged) {
        return new CheckRecorded(
                Ids.next(clock),
                attempt.id(),
                source.platform(),
                source.document(),
                source.revision(),
                unchanged.sameAs(),
                unchanged.notModified(),
                unchanged.contentHash(),
                attempt.origin(),
                attempt.observedAt(),
                attempt.recordedAt());
    }

    private CaptureFailed failed(
            Target target, SourceDeclared source, Attempt attempt, FetchFailure failure, Instant next) {
        return new CaptureFailed(
                Ids.next(clock),
                attempt.id(),
                source.platform(),
                source.document(),
                source.revision(),
                failure.kind(),
                failure.url(),
                failure.status().orElse(null),
                failure.detail(),
                target.streak(),
                target.failingSince().orElse(attempt.observedAt()),
                next,
                attempt.origin(),
                attempt.observedAt(),
                attempt.recordedAt());
    }
}
