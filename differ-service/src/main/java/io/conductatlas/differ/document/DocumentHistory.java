package io.conductatlas.differ.document;

import io.conductatlas.clock.Ids;
import io.conductatlas.delivery.Outbox;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DiffCounts;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.ChangeEvent;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.EffectiveDateChanged;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.VariantRecognised;
import io.conductatlas.events.VersionRecorded;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a document's history, and tells it: everything here but {@link #standing} runs in the caller's transaction. */
@ApplicationScoped
public class DocumentHistory {

    /** A text equal to one of so many before is a variant that came back; an older one is a return worth telling. */
    private static final int MEMORY = 12;

    /** Changes of one platform's documents no farther apart than this belong together. */
    private static final Duration GROUP_WINDOW = Duration.ofHours(24);

    private final Documents documents;
    private final Versions versions;
    private final Appearances appearances;
    private final Changes changes;
    private final VariantPairs variants;
    private final Outbox outbox;
    private final Clock clock;

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
    public Uni<Standing> standing(UUID documentId) {
        return documents
                .findById(documentId)
                .map(Optional::ofNullable)
                .chain(found -> present(found.flatMap(Document::currentAppearance)))
                .chain(present -> versions.hashes(documentId)
                        .map(hashes -> new Standing(present.map(DocumentHistory::present), new HashSet<>(hashes))));
    }

    private static Standing.Present present(Appearance appearance) {
        return new Standing.Present(
                appearance.id(),
                appearance.version().textHash(),
                appearance.version().markdown(),
                appearance.contentHash(),
                appearance.observedAt());
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
                    Optional<UUID> compared = fresh.comparison().map(NewText.Comparison::appearanceId);
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
                                    : change(before.get(), after, known.isPresent(), capture, fresh))));
        });
    }

    private Uni<Version> mint(Document document, NewText fresh) {
        return documents
                .nextVersionId()
                .chain(id -> versions.persist(new Version(
                        id,
                        document.id(),
                        document.nextNumber(),
                        fresh.agreement(),
                        fresh.markdown(),
                        fresh.text(),
                        fresh.dates(),
                        clock.instant())));
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
            Appearance before, Appearance after, boolean returning, CaptureRecorded capture, NewText fresh) {
        NewText.Comparison comparison = fresh.comparison().orElseThrow();
        return appearances.last(capture.document().id(), MEMORY + 1).chain(last -> {
            boolean variant = returning
                    && last.stream()
                            .skip(1)
                            .anyMatch(earlier -> earlier.version().equals(after.version()));
            ChangeClass changeClass = variant
                    ? ChangeClass.VARIANT
                    : comparison.sameBytes() ? ChangeClass.TECHNICAL : classOf(comparison.diff());
            boolean ofMeaning = changeClass == ChangeClass.SUBSTANTIVE;
            return documents
                    .nextChangeId()
                    .chain(id -> group(capture)
                            .map(group -> detected(
                                    id,
                                    before,
                                    after,
                                    changeClass,
                                    ofMeaning
                                            ? comparison.diff().significance()
                                            : Math.min(0.05, comparison.diff().significance()),
                                    comparison,
                                    group,
                                    capture)))
                    .chain(detected -> changes.persist(new Change(detected))
                            .chain(() -> outbox.add(detected))
                            .chain(() -> variant
                                    ? flipped(before, after, capture, last)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> variant || comparison.sameBytes()
                                    ? Uni.createFrom().voidItem()
                                    : effectiveDate(detected, before, after, capture)));
        });
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

    /** Told when a pair is first seen to alternate, and never again. */
    private Uni<Void> flipped(Appearance before, Appearance after, CaptureRecorded capture, List<Appearance> last) {
        VariantPair.Key key = VariantPair.Key.of(capture.document().id(), before.version(), after.version());
        return variants.findById(key).chain(known -> {
            if (known != null) {
                known.flipped();
                return Uni.createFrom().voidItem();
            }
            Appearance first = last.stream()
                    .skip(1)
                    .filter(earlier -> earlier.version().equals(after.version()))
                    .findFirst()
                    .orElse(after);
            return variants.persist(new VariantPair(key, clock.instant()))
                    .chain(() -> outbox.add(new VariantRecognised(
                            Ids.next(clock),
                            capture.platform(),
                            capture.document(),
                            first.ref(),
                            before.ref(),
                            1,
                            capture.origin(),
                            capture.observedAt(),
                            clock.instant())));
        });
    }

    /** The group of what changed on the platform not long before; none while this change is alone. */
    private Uni<Optional<UUID>> group(CaptureRecorded capture) {
        return changes.ofSiblings(
                        capture.platform().id(),
                        capture.document().id(),
                        capture.observedAt().minus(GROUP_WINDOW),
                        capture.observedAt())
                .map(siblings -> {
                    if (siblings.isEmpty()) {
                        return Optional.empty();
                    }
                    UUID group = siblings.stream()
                            .flatMap(sibling -> sibling.groupId().stream())
                            .findFirst()
                            .orElseGet(() -> Ids.next(clock));
                    siblings.stream()
                            .filter(sibling -> sibling.groupId().isEmpty())
                            .forEach(sibling -> sibling.joins(group));
                    return Optional.of(group);
                });
    }

    private ChangeDetected detected(
            String id,
            Appearance before,
            Appearance after,
            ChangeClass changeClass,
            double significance,
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
                changeClass,
                counts(comparison.diff().counts()),
                significance,
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

    private static ChangeClass classOf(Diff diff) {
        return switch (diff.changeClass()) {
            case SUBSTANTIVE -> ChangeClass.SUBSTANTIVE;
            case ORDER -> ChangeClass.ORDER;
            case DATE_OR_NUMBER -> ChangeClass.DATE_OR_NUMBER;
            case BOILERPLATE -> ChangeClass.BOILERPLATE;
            case LINK_OR_IMAGE -> ChangeClass.LINK_OR_IMAGE;
            case CASE -> ChangeClass.CASE;
            case MARKUP_OR_PUNCTUATION -> ChangeClass.MARKUP_OR_PUNCTUATION;
            case WHITE_SPACE -> ChangeClass.WHITE_SPACE;
            case TECHNICAL -> ChangeClass.TECHNICAL;
            case VARIANT -> ChangeClass.VARIANT;
        };
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
