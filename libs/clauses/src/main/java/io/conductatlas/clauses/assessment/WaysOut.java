package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.clauses.phrases.Stems;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.ArrayList;
import java.util.List;
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

    /** A sentence that speaks of a way out, and its words' stems. */
    private record Offer(Quote words, int rank, Set<String> stems) {}

    private final List<Offer> offers;

    private WaysOut(List<Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    /** Those of a document, found once for all that is asked of them. */
    static WaysOut of(AgreementText text) {
        List<Offer> offers = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            String words = sentence.in(text.text());
            if (sentence.kind() != SentenceKind.HEADING && WORDS.matcher(words).find()) {
                offers.add(new Offer(
                        Quote.of(text.text(), sentence.start(), sentence.end()), rank(words), Stems.of(words)));
            }
        }
        return new WaysOut(offers);
    }

    /**
     * The document's own words on it: of the sentences that offer one, else of those that speak of one, else of the labels, the first
     * that has most words in common with what it is asked for.
     *
     * @param about what the way out is to lead out of, for example a provision's words and its type's name
     */
    Optional<Quote> leadingOutOf(String about) {
        Set<String> asked = Stems.of(about);
        Quote best = null;
        int most = -1;
        for (Offer offer : offers) {
            int shared = (int) offer.stems().stream().filter(asked::contains).count();
            int points = offer.rank() * FAR_MORE + Math.min(FAR_MORE - 1, shared);
            if (points > most) {
                best = offer.words();
                most = points;
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
