package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the way out a document offers anywhere, so that nobody is told of none where there is one. */
final class WaysOut {
    private static final Set<String> TYPES =
            Set.of("objection-and-opt-out", "arbitration-opt-out", "consent-withdrawal");
    private static final Pattern WORDS = Pattern.compile(
            "\\bopt(?:s|ed|ing)?[\\s-]?out\\b|\\bunsubscrib|\\bright to object\\b|\\bwithdraw\\w* (?:\\w+ )?consent\\b"
                    + "|\\bprivacy choices\\b|\\bglobal privacy control\\b",
            Pattern.CASE_INSENSITIVE);

    private WaysOut() {}

    /** The document's own words on it: those of a provision, or else the first sentence that speaks of one. */
    static Optional<Quote> in(AgreementText text, List<DetectedProvision> provisions) {
        for (DetectedProvision provision : provisions) {
            if (TYPES.contains(provision.type()) && provision.polarity() == Polarity.STATED) {
                return Optional.of(HunkTeller.speaking(provision.quotes()));
            }
        }
        for (Sentence sentence : text.sentences()) {
            if (WORDS.matcher(sentence.in(text.text())).find()) {
                return Optional.of(Quote.of(text.text(), sentence.start(), sentence.end()));
            }
        }
        return Optional.empty();
    }
}
