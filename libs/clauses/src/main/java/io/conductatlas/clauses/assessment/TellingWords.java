package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.Quote;
import java.util.List;
import java.util.Map;

/**
 * The words a passage has to hold so that a reader sees by it what a type is about. They find nothing by themselves: a rule of the
 * catalogue finds that a clause does a thing, and these say whether a change of these words is one of that thing.
 *
 * <p>Immutable and safe to share.
 */
final class TellingWords {
    private final TypePhrases words;

    /**
     * @throws IllegalArgumentException if they name a type the catalogue has not, or a phrase has a fault
     */
    TellingWords(Catalogue catalogue, Map<String, List<String>> words) {
        this.words = new TypePhrases(catalogue, words);
    }

    /** Those that come with this library. */
    static TellingWords bundled(Catalogue catalogue) {
        return new TellingWords(catalogue, file());
    }

    static Map<String, List<String>> file() {
        return TypePhrases.file("/assessment/telling-words.yaml");
    }

    /** Where a sentence speaks of what a type is about: for each place its first and its last word. */
    List<List<Quote>> in(String type, Quote sentence) {
        return words.in(type, sentence);
    }
}
