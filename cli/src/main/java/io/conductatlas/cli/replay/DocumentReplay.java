package io.conductatlas.cli.replay;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.dates.DateReader;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.gate.GateContext;
import io.conductatlas.documents.gate.QualityGate;
import io.conductatlas.documents.gate.Verdict;
import io.conductatlas.documents.variants.Appearance;
import io.conductatlas.documents.variants.Decision;
import io.conductatlas.documents.variants.Succession;
import io.conductatlas.documents.variants.VariantRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One document's texts in the order of time, decided on as the running system decides. */
final class DocumentReplay {
    /** A refusal that may be the truth after all is accepted when it has stood so long. */
    private static final Duration PERSISTS = Duration.ofDays(3);

    private final QualityGate gate = new QualityGate();
    private final DocumentDiffer differ = new DocumentDiffer();
    private final DateReader dates = new DateReader();
    private final VariantRules rules = new VariantRules();

    private final List<Appearance> history = new ArrayList<>();
    private final Map<String, AgreementText> texts = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private @Nullable AgreementText present;
    private @Nullable Doubtful doubtful;

    private final List<Changed> changes = new ArrayList<>();

    /** A change of meaning that is told. */
    record Changed(AgreementText before, AgreementText after, Instant at) {}

    /** A refused text that may yet turn out to be the agreement. */
    private record Doubtful(AgreementText text, Instant since) {}

    /** @param technical whether the same bytes were read by another extractor */
    void add(AgreementText text, Instant at, boolean technical) {
        acceptWhatPersisted(at);
        if (!numbers.containsKey(text.hash())
                && gate.check(text, new GateContext(present, null)) instanceof Verdict.Refused refused) {
            lines.add(new Line(
                    at, 0, refused.reason().name().toLowerCase(Locale.ROOT), 0, Told.REFUSED, refused.detail()));
            doubtful = refused.reason().mayPersist() ? new Doubtful(text, at) : doubtful;
            return;
        }
        doubtful = null;
        accept(text, at, technical);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The changes of meaning, oldest first. */
    List<Changed> changes() {
        return List.copyOf(changes);
    }

    /** The text that is there in the end; none where all were refused. */
    Optional<AgreementText> last() {
        return Optional.ofNullable(present);
    }

    private void acceptWhatPersisted(Instant at) {
        Doubtful waiting = doubtful;
        if (waiting != null && Duration.between(waiting.since(), at).compareTo(PERSISTS) >= 0) {
            doubtful = null;
            accept(waiting.text(), waiting.since().plus(PERSISTS), false);
        }
    }

    private void accept(AgreementText text, Instant at, boolean technical) {
        Appearance arrival = Appearance.of(text, at);
        AgreementText before = present;
        if (before == null) {
            show(arrival, text);
            lines.add(new Line(at, 1, "first version", 0, Told.NOTHING, text.words() + " words"));
            return;
        }
        Decision decision = rules.decide(history, arrival);
        if (decision instanceof Decision.Unchanged) {
            return;
        }
        int from = number(before.hash());
        show(arrival, text);
        int version = number(text.hash());
        if (technical) {
            lines.add(new Line(at, version, "technical", 0, Told.NOTHING, "another extractor"));
        } else if (decision instanceof Decision.FlipBack back) {
            lines.add(flip(back, from, version, at));
        } else if (decision instanceof Decision.NewVersion fresh) {
            lines.add(change(fresh, before, text, version, at));
        }
    }

    private Line flip(Decision.FlipBack back, int from, int version, Instant at) {
        String detail = (back.exact() ? "v" + version + " again" : "v" + number(back.to()) + " but for its form")
                + ", after v" + from + (back.flapping() ? "; within a day" : "");
        return new Line(at, version, "variant", 0, back.isNews() ? Told.NOTE : Told.NOTHING, detail);
    }

    private Line change(
            Decision.NewVersion decision, AgreementText before, AgreementText text, int version, Instant at) {
        List<AgreementText> variants = decision.variants().stream()
                .map(texts::get)
                .filter(Objects::nonNull)
                .toList();
        Succession succession = Succession.of(differ, before, variants, text);
        AgreementText followed =
                succession.follows() == Succession.PRESENT ? before : variants.get(succession.follows());
        Diff diff = succession.diff();
        StringBuilder detail = new StringBuilder();
        if (followed != before) {
            detail.append("follows v").append(number(followed.hash())).append("; ");
        }
        detail.append(diff.counts().inserted()).append(" inserted, ");
        detail.append(diff.counts().deleted()).append(" deleted, ");
        detail.append(diff.counts().edited()).append(" edited, ");
        detail.append(diff.counts().moved()).append(" moved");
        Told told = Told.NOTHING;
        if (diff.changeClass() == ChangeClass.SUBSTANTIVE && !succession.alreadyTold()) {
            told = Told.ALERT;
            changes.add(new Changed(followed, text, at));
        }
        Optional<LocalDate> old = dates.read(followed).effective();
        Optional<LocalDate> fresh = dates.read(text).effective();
        if (!old.equals(fresh) && fresh.isPresent()) {
            detail.append("; applies from ").append(fresh.get());
            old.ifPresent(date -> detail.append(" (was ").append(date).append(')'));
            told = told == Told.NOTHING ? Told.DATE : told;
        }
        if (succession.alreadyTold()) {
            detail.append("; its variant said so before");
        }
        return new Line(
                at,
                version,
                diff.changeClass().name().toLowerCase(Locale.ROOT),
                diff.significance(),
                told,
                detail.toString());
    }

    private void show(Appearance arrival, AgreementText text) {
        history.add(arrival);
        texts.put(arrival.text(), text);
        numbers.putIfAbsent(arrival.text(), numbers.size() + 1);
        present = text;
    }

    private int number(String hash) {
        return numbers.getOrDefault(hash, 0);
    }
}
