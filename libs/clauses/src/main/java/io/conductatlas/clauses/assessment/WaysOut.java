package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the way out a document offers anywhere, so that nobody is told of none where there is one. */
final class WaysOut {
    private static final int WHOLE = 6;
    private static final Pattern WORDS = Pattern.compile(
            "\\bopt(?:s|ed|ing)?[\\s-]?out\\b|\\bunsubscrib|\\bright to object\\b|\\bwithdraw\\w* (?:\\w+ )?consent\\b"
                    + "|\\bprivacy choices\\b|\\bglobal privacy control\\b",
            Pattern.CASE_INSENSITIVE);

    private WaysOut() {}

    /** The document's own words on it: the first sentence that speaks of one, rather a whole one than a label. */
    static Optional<Quote> in(AgreementText text) {
        Optional<Quote> label = Optional.empty();
        for (Sentence sentence : text.sentences()) {
            String words = sentence.in(text.text());
            if (sentence.kind() != SentenceKind.HEADING && WORDS.matcher(words).find()) {
                Quote quote = Quote.of(text.text(), sentence.start(), sentence.end());
                if (Phrasing.words(words) >= WHOLE && !words.endsWith(":")) {
                    return Optional.of(quote);
                }
                label = label.or(() -> Optional.of(quote));
            }
        }
        return label;
    }
}
