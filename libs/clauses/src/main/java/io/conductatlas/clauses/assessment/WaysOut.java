package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.clauses.phrases.Stems;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the way out a document offers anywhere, so that nobody is told of none where there is one. */
final class WaysOut {
    private static final int WHOLE = 6;
    private static final Pattern WORDS = Pattern.compile(
            "\\bopt(?:s|ed|ing)?[\\s-]?out\\b|\\bunsubscrib|\\bright to object\\b|\\bwithdraw\\w* (?:\\w+ )?consent\\b"
                    + "|\\bprivacy choices\\b|\\bglobal privacy control\\b",
            Pattern.CASE_INSENSITIVE);

    /** Rather the words that tell how than those that only mention one. */
    private static final Pattern OFFER = Pattern.compile(
            "\\byou (?:can|may|have the right)\\b|\\b(?:visit|click|email|e-mail|contact|follow|write|go to|use) |^to (?:opt|unsub|obj|with)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MENTION = Pattern.compile(
            "\\beven if you|\\blawfulness\\b|\\bcancell?ation of or\\b|\\binformation about how to\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int FAR_MORE = 100;

    private WaysOut() {}

    /**
     * The document's own words on it: of the sentences that offer one, else of those that speak of one, else of the labels, the first
     * that has most words in common with what it is asked for.
     *
     * @param about what the way out is to lead out of, for example a provision's words and its type's name
     */
    static Optional<Quote> in(AgreementText text, String about) {
        Set<String> asked = Stems.of(about);
        Quote best = null;
        int most = -1;
        for (Sentence sentence : text.sentences()) {
            String words = sentence.in(text.text());
            if (sentence.kind() != SentenceKind.HEADING && WORDS.matcher(words).find()) {
                Set<String> shared = Stems.of(words);
                shared.retainAll(asked);
                int points = rank(words) * FAR_MORE + Math.min(FAR_MORE - 1, shared.size());
                if (points > most) {
                    best = Quote.of(text.text(), sentence.start(), sentence.end());
                    most = points;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int rank(String words) {
        if (Phrasing.words(words) < WHOLE || words.endsWith(":")) {
            return 0;
        }
        return OFFER.matcher(words).find() && !MENTION.matcher(words).find() ? 2 : 1;
    }
}
