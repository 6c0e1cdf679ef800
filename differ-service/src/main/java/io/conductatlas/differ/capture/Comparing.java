package io.conductatlas.differ.capture;

import io.conductatlas.archive.Archive;
import io.conductatlas.differ.document.NewText;
import io.conductatlas.differ.document.Standing;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.diff.SiblingTexts;
import io.conductatlas.documents.relocation.ChangedDocument;
import io.conductatlas.documents.relocation.Relocation;
import io.conductatlas.documents.relocation.RelocationFinder;
import io.conductatlas.documents.tables.DiffWithEntries;
import io.conductatlas.documents.variants.Appearance;
import io.conductatlas.documents.variants.Decision;
import io.conductatlas.documents.variants.Succession;
import io.conductatlas.documents.variants.VariantRules;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.RelocatedPassage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what lies between a new text and the document's history: which text it follows, what differs, what moved. Blocks. */
@ApplicationScoped
class Comparing {

    private final CaptureReader reader;
    private final Archive archive;
    private final DocumentDiffer differ = new DocumentDiffer();
    private final VariantRules rules = new VariantRules();
    private final RelocationFinder relocations = new RelocationFinder(Duration.ofDays(14));

    Comparing(CaptureReader reader, Archive archive) {
        this.reader = reader;
        this.archive = archive;
    }

    /** @param present the text that is there, which differs from the new one */
    NewText.Comparison compare(CaptureRecorded capture, Standing standing, AgreementText present, AgreementText fresh) {
        Standing.Seen there = standing.present().orElseThrow();
        boolean sameBytes = there.contentHash().equals(capture.contentHash());
        Decision decision = rules.decide(
                standing.history().stream()
                        .map(seen -> new Appearance(seen.textHash(), seen.wordingHash(), seen.observedAt()))
                        .toList(),
                Appearance.of(fresh, capture.observedAt()));
        Neighbours neighbours = Neighbours.of(standing, capture.observedAt());
        SiblingTexts siblings = SiblingTexts.of(
                neighbours.texts().stream().map(reader::readVersion).toList());
        if (sameBytes) {
            Diff diff = differ.diff(present, fresh, siblings);
            return noise(there, there, diff, put(diff, present, fresh), ChangeClass.TECHNICAL, Optional.empty());
        }
        if (decision instanceof Decision.FlipBack back) {
            Diff diff = differ.diff(present, fresh, siblings);
            ChangeClass changeClass = back.sameWords() ? formOnly(diff) : ChangeClass.VARIANT;
            return noise(
                    there,
                    there,
                    diff,
                    put(diff, present, fresh),
                    changeClass,
                    back.sameWords()
                            ? Optional.empty()
                            : Optional.of(new NewText.Return(
                                    latest(standing, back.to()).appearanceId(), back.isNews(), back.flapping())));
        }
        return succession(
                capture,
                standing,
                present,
                fresh,
                ((Decision.NewVersion) decision).variants(),
                neighbours.changes(),
                siblings);
    }

    private NewText.Comparison succession(
            CaptureRecorded capture,
            Standing standing,
            AgreementText present,
            AgreementText fresh,
            List<String> variants,
            List<Standing.SiblingChange> siblingChanges,
            SiblingTexts siblings) {
        Standing.Seen there = standing.present().orElseThrow();
        List<AgreementText> texts = variants.stream()
                .map(hash -> reader.readVersion(latest(standing, hash).markdown()))
                .toList();
        Succession succession = Succession.of(differ, present, texts, fresh);
        if (succession.follows() == Succession.PRESENT) {
            Diff diff = differ.diff(present, fresh, siblings);
            ChangeClass changeClass = classOf(diff);
            List<NewText.Moved> moved = changeClass == ChangeClass.SUBSTANTIVE
                    ? moved(capture, siblingChanges, present, fresh, siblings)
                    : List.of();
            return new NewText.Comparison(
                    there.appearanceId(),
                    there.appearanceId(),
                    diff,
                    put(diff, present, fresh),
                    changeClass,
                    Optional.empty(),
                    true,
                    moved);
        }
        Standing.Seen followed = latest(standing, variants.get(succession.follows()));
        ObjectRef hunks = put(succession.diff(), texts.get(succession.follows()), fresh);
        if (succession.alreadyTold()) {
            return noise(there, followed, succession.diff(), hunks, ChangeClass.VARIANT, Optional.empty());
        }
        return new NewText.Comparison(
                there.appearanceId(),
                followed.appearanceId(),
                succession.diff(),
                hunks,
                classOf(succession.diff()),
                Optional.empty(),
                true,
                List.of());
    }

    private NewText.Comparison noise(
            Standing.Seen there,
            Standing.Seen followed,
            Diff diff,
            ObjectRef hunks,
            ChangeClass changeClass,
            Optional<NewText.Return> returned) {
        return new NewText.Comparison(
                there.appearanceId(), followed.appearanceId(), diff, hunks, changeClass, returned, false, List.of());
    }

    private ObjectRef put(Diff diff, AgreementText before, AgreementText after) {
        return archive.put("changes", Examiner.json(DiffWithEntries.of(diff, before, after)), ".json");
    }

    private static Standing.Seen latest(Standing standing, String textHash) {
        return standing.history().stream()
                .filter(seen -> seen.textHash().equals(textHash))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<NewText.Moved> moved(
            CaptureRecorded capture,
            List<Standing.SiblingChange> siblingChanges,
            AgreementText present,
            AgreementText fresh,
            SiblingTexts siblings) {
        if (siblingChanges.isEmpty()) {
            return List.of();
        }
        String here = capture.document().id().toString();
        List<ChangedDocument> changed = new ArrayList<>();
        Map<String, Standing.SiblingChange> elsewhere = new HashMap<>();
        for (Standing.SiblingChange change : siblingChanges) {
            elsewhere.put(change.changeId(), change);
            changed.add(new ChangedDocument(
                    change.changeId(),
                    reader.readVersion(change.before()),
                    reader.readVersion(change.after()),
                    change.observedAt()));
        }
        changed.add(new ChangedDocument(here, present, fresh, capture.observedAt()));
        return relocations.find(changed, siblings).stream()
                .filter(relocation -> concerns(relocation, here, elsewhere))
                .map(relocation -> told(relocation, here, elsewhere))
                .toList();
    }

    /** Between two documents, and by the change at hand: what others exchanged was told when it was seen. */
    private static boolean concerns(Relocation relocation, String here, Map<String, Standing.SiblingChange> elsewhere) {
        boolean ours = relocation.from().equals(here)
                || relocation.parts().stream().anyMatch(part -> part.document().equals(here));
        UUID from = documentOf(relocation.from(), elsewhere);
        return ours
                && relocation.parts().stream()
                        .noneMatch(part -> from != null && from.equals(documentOf(part.document(), elsewhere)));
    }

    private static @Nullable UUID documentOf(String change, Map<String, Standing.SiblingChange> elsewhere) {
        Standing.SiblingChange found = elsewhere.get(change);
        return found == null ? null : found.documentId();
    }

    private static NewText.Moved told(
            Relocation relocation, String here, Map<String, Standing.SiblingChange> elsewhere) {
        Standing.SiblingChange left = elsewhere.get(relocation.from());
        NewText.Place from = left == null
                ? new NewText.Place.Before(relocation.start(), relocation.end())
                : new NewText.Place.Elsewhere(new RelocatedPassage(
                        left.documentId(), left.changeId(), left.fromVersion(), relocation.start(), relocation.end()));
        List<NewText.Place> to = new ArrayList<>();
        for (Relocation.Part part : relocation.parts()) {
            Standing.SiblingChange came = elsewhere.get(part.document());
            to.add(
                    came == null
                            ? new NewText.Place.After(part.start(), part.end())
                            : new NewText.Place.Elsewhere(new RelocatedPassage(
                                    came.documentId(), came.changeId(), came.toVersion(), part.start(), part.end())));
        }
        return new NewText.Moved(
                from,
                to,
                relocation.resemblance(),
                relocation.kind() == Relocation.Kind.RELOCATED_AND_WEAKENED,
                relocation.wordsLost());
    }

    /** Two texts with the same words differ in their form whatever the differ would call it. */
    private static ChangeClass formOnly(Diff diff) {
        ChangeClass changeClass = classOf(diff);
        return changeClass == ChangeClass.SUBSTANTIVE ? ChangeClass.MARKUP_OR_PUNCTUATION : changeClass;
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
}
