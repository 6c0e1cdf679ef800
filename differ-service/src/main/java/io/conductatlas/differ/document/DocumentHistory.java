package io.conductatlas.differ.document;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.documents.diff.DiffCounts;
import io.conductatlas.documents.groups.ChangeGroups;
import io.conductatlas.documents.groups.DocumentChange;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.ChangeEvent;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.EffectiveDateChanged;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.RelocatedPassage;
import io.conductatlas.events.TextRelocated;
import io.conductatlas.events.VariantRecognised;
import io.conductatlas.events.VersionRecorded;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a document's history, and tells it: everything here but {@link #standing} runs in the caller's transaction. */
@ApplicationScoped
public class DocumentHistory {

    /** So many appearances back it is looked for texts that take turns. */
    private static final int HISTORY = 64;

    /** So many other documents of a platform, and so many of their changes, are looked at. */
    private static final int SIBLINGS = 16;

    /** What left one document and came to another within this time, either way, was moved. */
    private static final Duration RELOCATION_WINDOW = Duration.ofDays(14);

    /** Changes of one platform's documents no farther apart than this belong together. */
    private static final Duration GROUP_WINDOW = Duration.ofHours(24);

    private static final int GROUPED = 200;
    private static final int MOST_WORDS_LOST = 40;
    private static final int LONGEST_LOSS = 300;

    private final Documents documents;
    private final Versions versions;
    private final Appearances appearances;
    private final Changes changes;
    private final VariantPairs variants;
    private final Outbox outbox;
    private final Clock clock;
    private final ChangeGroups groups = new ChangeGroups(GROUP_WINDOW);

    DocumentHistory(
            Documents documents,
            Versions versions,
            Appearances appearances,
            Changes changes,
            VariantPairs variants,
            Outbox outbox,
            Clock clock) {
        this.documents = documents;
        this.versions = versions;
        this.appearances = appearances;
        this.changes = changes;
        this.variants = variants;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How the document stands, read outside any transaction: what is computed from it is checked when it is written. */
    @WithSession
    public Uni<Standing> standing(UUID platformId, UUID documentId, Instant at) {
        return appearances
                .last(documentId, HISTORY)
                .chain(newest -> versions.hashes(documentId)
                        .chain(hashes -> appearances
                                .ofSiblings(platformId, documentId, SIBLINGS)
                                .chain(siblings -> siblingChanges(platformId, documentId, at)
                                        .map(moves -> new Standing(
                                                oldestFirst(newest),
                                                new HashSet<>(hashes),
                                                siblings.stream()
                                                        .map(sibling -> new Standing.Sibling(
                                                                sibling.documentId(),
                                                                sibling.version()
                                                                        .markdown()))
                                                        .toList(),
                                                moves)))));
    }

    private static List<Standing.Seen> oldestFirst(List<Appearance> newest) {
        List<Standing.Seen> history = new ArrayList<>();
        for (Appearance appearance : newest) {
            history.add(new Standing.Seen(
                    appearance.id(),
                    appearance.version().id(),
                    appearance.version().textHash(),
                    appearance.version().wordingHash(),
                    appearance.version().markdown(),
                    appearance.contentHash(),
                    appearance.observedAt()));
        }
        Collections.reverse(history);
        return history;
    }

    private Uni<List<Standing.SiblingChange>> siblingChanges(UUID platformId, UUID documentId, Instant at) {
        return changes.ofMeaning(
                        platformId, documentId, at.minus(RELOCATION_WINDOW), at.plus(RELOCATION_WINDOW), SIBLINGS)
                .chain(found -> {
                    Set<UUID> ids = new HashSet<>();
                    found.forEach(change -> ids.addAll(List.of(change.fromAppearance(), change.toAppearance())));
                    return appearances.all(ids).map(both -> {
                        Map<UUID, Version> texts = new HashMap<>();
                        both.forEach(appearance -> texts.put(appearance.id(), appearance.version()));
                        List<Standing.SiblingChange> moves = new ArrayList<>();
                        for (Change change : found) {
                            Version from = texts.get(change.fromAppearance());
                            Version to = texts.get(change.toAppearance());
                            if (from != null && to != null) {
                                moves.add(new Standing.SiblingChange(
                                        change.documentId(),
                                        change.id(),
                                        from.id(),
                                        from.markdown(),
                                        to.id(),
                                        to.markdown(),
                                        change.observedAt()));
                            }
                        }
                        Collections.reverse(moves);
                        return moves;
                    });
                });
    }

    private Uni<Optional<Appearance>> present(Optional<UUID> id) {
        return id.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : appearances.findById(id.get()).map(Optional::ofNullable);
    }

    /** Takes the locks under which a platform's history is written, before anything else is done. */
    public Uni<Void> lock(PlatformRef platform, DocumentRef document, Instant at) {
        return documents
                .lockPlatform(platform.id())
                .chain(() -> documents.lock(platform, document, at))
                .invoke(found -> found.capturedAt(at))
                .replaceWithVoid();
    }

    /** Fails with {@link StaleStanding} if another text is there than the new one was compared with. */
    public Uni<Void> add(CaptureRecorded capture, NewText fresh) {
        return documents
                .findById(capture.document().id())
                .chain(document -> present(document.currentAppearance()).chain(present -> {
                    Optional<UUID> compared = fresh.comparison().map(NewText.Comparison::present);
                    if (!compared.equals(present.map(Appearance::id))) {
                        return Uni.createFrom().failure(new StaleStanding(document));
                    }
                    return add(document, present, capture, fresh);
                }));
    }

    private Uni<Void> add(Document document, Optional<Appearance> before, CaptureRecorded capture, NewText fresh) {
        return versions.with(document.id(), fresh.agreement().hash()).chain(known -> {
            Uni<Version> version = known.isPresent() ? Uni.createFrom().item(known.get()) : mint(document, fresh);
            return version.chain(shown -> appear(document, before, shown, capture)
                    .chain(after -> outbox.add(recorded(after, capture, before.isEmpty(), known.isPresent()))
                            .chain(() -> before.isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : change(
                                            before.get(),
                                            after,
                                            capture,
                                            fresh.comparison().orElseThrow()))));
        });
    }

    private Uni<Version> mint(Document document, NewText fresh) {
        return documents
                .nextVersionId()
                .chain(id -> versions.persist(
                        new Version(id, document.id(), document.nextNumber(), fresh, clock.instant())));
    }

    private Uni<Appearance> appear(
            Document document, Optional<Appearance> before, Version version, CaptureRecorded capture) {
        before.ifPresent(appearance -> appearance.endsAt(capture.observedAt()));
        int place = before.map(Appearance::place).orElse(0) + 1;
        Appearance after = new Appearance(Ids.next(clock), version, place, capture);
        document.shows(after.id());
        return appearances.persist(after);
    }

    private Uni<Void> change(
            Appearance present, Appearance after, CaptureRecorded capture, NewText.Comparison comparison) {
        return appearances
                .findById(comparison.followed())
                .chain(before -> documents
                        .nextChangeId()
                        .chain(id ->
                                group(capture).map(group -> detected(id, before, after, comparison, group, capture)))
                        .chain(detected -> changes.persist(new Change(detected))
                                .chain(() -> relocations(detected, comparison))
                                .chain(() -> outbox.add(detected))
                                .chain(() -> flipped(present, comparison, capture))
                                .chain(() -> comparison.movesDates()
                                        ? effectiveDate(detected, before, after, capture)
                                        : Uni.createFrom().voidItem())));
    }

    /** Told before the change itself, so that whoever judges the change knows of them. */
    private Uni<Void> relocations(ChangeDetected change, NewText.Comparison comparison) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (NewText.Moved moved : comparison.relocations()) {
            told = told.chain(() -> outbox.add(new TextRelocated(
                    Ids.next(clock),
                    change.platform(),
                    change.document(),
                    passage(moved.from(), change),
                    moved.to().stream().map(place -> passage(place, change)).toList(),
                    moved.resemblance(),
                    moved.weakened(),
                    shortened(moved.wordsLost()),
                    change.origin(),
                    change.observedAt(),
                    clock.instant())));
        }
        return told;
    }

    private static RelocatedPassage passage(NewText.Place place, ChangeDetected change) {
        if (place instanceof NewText.Place.Elsewhere elsewhere) {
            return elsewhere.passage();
        }
        String version = place instanceof NewText.Place.Before
                ? change.from().id()
                : change.to().id();
        return new RelocatedPassage(change.document().id(), change.changeId(), version, place.start(), place.end());
    }

    private static List<String> shortened(List<String> wordsLost) {
        return wordsLost.stream()
                .limit(MOST_WORDS_LOST)
                .map(words -> words.length() <= LONGEST_LOSS ? words : words.substring(0, LONGEST_LOSS - 1) + "…")
                .toList();
    }

    private Uni<Void> effectiveDate(
            ChangeDetected detected, Appearance before, Appearance after, CaptureRecorded capture) {
        Optional<LocalDate> old = before.version().effectiveDate();
        Optional<LocalDate> fresh = after.version().effectiveDate();
        if (old.equals(fresh)) {
            return Uni.createFrom().voidItem();
        }
        return outbox.add(new EffectiveDateChanged(
                Ids.next(clock),
                detected.changeId(),
                capture.platform(),
                capture.document(),
                old.orElse(null),
                fresh.orElse(null),
                capture.origin(),
                capture.observedAt(),
                clock.instant()));
    }

    /** Told when texts are first seen to take turns, and never again. */
    private Uni<Void> flipped(Appearance present, NewText.Comparison comparison, CaptureRecorded capture) {
        if (comparison.returned().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        NewText.Return returned = comparison.returned().get();
        return appearances.findById(returned.earlier()).chain(earlier -> {
            VariantPair.Key key = VariantPair.Key.of(capture.document().id(), present.version(), earlier.version());
            return variants.findById(key).chain(known -> {
                if (known != null) {
                    known.flipped();
                    return Uni.createFrom().voidItem();
                }
                return variants.persist(new VariantPair(key, clock.instant()))
                        .chain(() -> returned.isNews()
                                ? outbox.add(recognised(earlier, present, returned.flapping(), capture))
                                : Uni.createFrom().voidItem());
            });
        });
    }

    private VariantRecognised recognised(
            Appearance earlier, Appearance present, boolean flapping, CaptureRecorded capture) {
        return new VariantRecognised(
                Ids.next(clock),
                capture.platform(),
                capture.document(),
                earlier.ref(),
                present.ref(),
                1,
                flapping,
                capture.origin(),
                capture.observedAt(),
                clock.instant());
    }

    /** The group of what changed on the platform not long before; none while this change is alone. */
    private Uni<Optional<UUID>> group(CaptureRecorded capture) {
        Instant at = capture.observedAt();
        return changes.ofSiblings(
                        capture.platform().id(),
                        capture.document().id(),
                        at.minus(GROUP_WINDOW.multipliedBy(2)),
                        at,
                        GROUPED)
                .map(siblings -> {
                    List<DocumentChange> recent = siblings.stream()
                            .map(sibling ->
                                    new DocumentChange(sibling.documentId(), sibling.observedAt(), sibling.groupId()))
                            .toList();
                    ChangeGroups.Membership membership = groups.place(
                            new DocumentChange(capture.document().id(), at, Optional.empty()),
                            recent,
                            () -> Ids.next(clock));
                    for (int i = 0; i < siblings.size(); i++) {
                        if (membership.joining().contains(recent.get(i))) {
                            membership.group().ifPresent(siblings.get(i)::joins);
                        }
                    }
                    return membership.group();
                });
    }

    private ChangeDetected detected(
            String id,
            Appearance before,
            Appearance after,
            NewText.Comparison comparison,
            Optional<UUID> group,
            CaptureRecorded capture) {
        return new ChangeDetected(
                Ids.next(clock),
                id,
                capture.platform(),
                capture.document(),
                before.ref(),
                after.ref(),
                comparison.changeClass(),
                counts(comparison.diff().counts()),
                comparison.significance(),
                comparison.hunks(),
                orNull(after.version().effectiveDate()),
                orNull(after.version().lastUpdatedDate()),
                orNull(group),
                capture.origin(),
                capture.observedAt(),
                clock.instant());
    }

    private ChangeEvent recorded(Appearance after, CaptureRecorded capture, boolean first, boolean returning) {
        return new VersionRecorded(
                Ids.next(clock),
                capture.platform(),
                capture.document(),
                after.ref(),
                capture.captureId(),
                first,
                returning,
                after.version().words(),
                after.version().sentences(),
                after.version().sections(),
                orNull(after.version().effectiveDate()),
                orNull(after.version().lastUpdatedDate()),
                capture.origin(),
                capture.observedAt(),
                clock.instant());
    }

    private static ChangeCounts counts(DiffCounts counts) {
        return new ChangeCounts(
                counts.inserted(),
                counts.deleted(),
                counts.edited(),
                counts.moved(),
                counts.wordsAdded(),
                counts.wordsRemoved());
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
