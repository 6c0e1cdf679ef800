package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.catalogue.Wording;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.documents.AgreementText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what people are told of a provision from the catalogue's texts and its own words: the same provision under the
 * same catalogue gives the same record.
 *
 * <p>Safe to share.
 */
public final class ProvisionWriter {
    private static final int EXCERPT = 30;

    private final Catalogue catalogue;
    private final Titles titles;
    /** The ways out of the text asked for last: to find them is dearer than all else that is written of a provision. */
    private volatile @Nullable Known last;

    public ProvisionWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.titles = new Titles(catalogue);
    }

    /**
     * The record of a provision.
     *
     * @param text its document, where perhaps a way out stands elsewhere
     */
    public ProvisionRecord write(DetectedProvision provision, AgreementText text) {
        ProvisionType type = catalogue.type(provision.type());
        boolean denied = provision.polarity() == Polarity.DENIED;
        List<EngagedRegulation> regulations = Regulations.of(catalogue, type.slug());
        return new ProvisionRecord(
                titles.of(type, provision.polarity()),
                denied
                        ? "A statement %s.".formatted(Titles.denial(type))
                        : type.texts().what(),
                denied
                        ? "It concerns this: " + Phrasing.inside(type.definition())
                        : type.texts().why(),
                denied
                        ? "As long as the statement stands, the document tells people %s."
                                .formatted(Titles.denial(type))
                        : type.texts().impact(),
                note(provision),
                severityReason(type, provision),
                optOut(type, provision, text),
                provision.choice().steps(),
                provision.choice().deadlines(),
                denied
                        ? List.of(
                                "Read what stands beside the statement for exceptions.",
                                "Keep a dated copy; a later version may drop it.")
                        : type.texts().choices().stream()
                                .map(Phrasing::sentence)
                                .toList(),
                regulations,
                List.copyOf(new LinkedHashSet<>(
                        regulations.stream().map(EngagedRegulation::authority).toList())),
                Phrasing.sentence(type.enforcement()),
                type.diligence().stream().map(Phrasing::sentence).toList());
    }

    private record Known(AgreementText text, WaysOut ways) {}

    /** Those of a text; the provisions of one are written one after the other. */
    private WaysOut waysOutOf(AgreementText text) {
        Known known = last;
        if (known == null || known.text() != text) {
            known = new Known(text, WaysOut.of(text));
            last = known;
        }
        return known.ways();
    }

    /** What the weak and strong words of a provision leave open or fix. */
    private String note(DetectedProvision provision) {
        List<String> weak = new ArrayList<>();
        List<String> strong = new ArrayList<>();
        for (Wording wording : catalogue.wordings()) {
            if (provision.wordings().contains(wording.slug())) {
                (wording.strength() < 0 ? weak : strong).add("“" + wording.text() + "”");
            }
        }
        List<String> parts = new ArrayList<>();
        if (!weak.isEmpty()) {
            parts.add("%s %s room to read the clause widely"
                    .formatted(Phrasing.list(weak), weak.size() == 1 ? "leaves" : "leave"));
        }
        if (!strong.isEmpty()) {
            parts.add("%s %s it"
                    .formatted(Phrasing.list(strong), strong.size() == 1 ? "narrows or firms" : "narrow or firm"));
        }
        return parts.isEmpty() ? "" : "Among its words, " + Phrasing.clauses(parts) + ".";
    }

    private static String severityReason(ProvisionType type, DetectedProvision provision) {
        String level = provision.severity().name().toLowerCase(Locale.ROOT);
        if (provision.polarity() == Polarity.DENIED) {
            return "Rated %s: it states that the practice does not take place.".formatted(level);
        }
        StringBuilder reason = new StringBuilder("Rated %s. The type begins at %s."
                .formatted(level, type.severity().name().toLowerCase(Locale.ROOT)));
        add(
                reason,
                "Heavier",
                provision.factors().stream().filter(f -> f.weight() > 0).toList());
        add(
                reason,
                "Milder",
                provision.factors().stream().filter(f -> f.weight() < 0).toList());
        return reason.toString();
    }

    private static void add(StringBuilder reason, String word, List<NamedFactor> factors) {
        if (!factors.isEmpty()) {
            reason.append(" ").append(word).append(": ");
            reason.append(String.join(
                    "; ",
                    factors.stream()
                            .map(factor -> "%s (%+d, %s)"
                                    .formatted(
                                            Phrasing.withoutStop(Phrasing.inside(factor.says())),
                                            factor.weight(),
                                            Phrasing.excerpt(factor.words().text(), 8)))
                            .toList()));
            reason.append(".");
        }
    }

    private String optOut(ProvisionType type, DetectedProvision provision, AgreementText text) {
        if (provision.choice().stated()) {
            return "The text beside it states a way out or a choice.";
        }
        if (type.stance() == Stance.PROTECTIVE || provision.polarity() == Polarity.DENIED) {
            return "None is called for: the provision itself gives people something.";
        }
        return waysOutOf(text)
                .leadingOutOf(type.name() + " " + type.change().topic() + " " + provision.words())
                .map(quote -> Phrasing.sentence("None stands beside it; elsewhere the document states: "
                        + Phrasing.excerpt(quote.text(), EXCERPT)))
                .orElse("No opt-out was found in the document.");
    }
}
