package io.conductatlas.clauses.mapping;

import io.conductatlas.clauses.phrases.PhraseBook;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The phrases of a label set. */
final class PhraseMatcher {
    private final PhraseBook book;

    private PhraseMatcher(PhraseBook book) {
        this.book = book;
    }

    static Builder builder(Map<String, String> vocabulary) {
        return new Builder(PhraseBook.builder(vocabulary));
    }

    /** Collects phrases. */
    record Builder(PhraseBook.Builder book) {
        int[] add(List<String> phrases) {
            return phrases.stream().mapToInt(book::add).toArray();
        }

        PhraseMatcher build() {
            return new PhraseMatcher(book.build());
        }
    }

    /** The phrases that occur in a sentence. */
    record Found(BitSet phrases) {
        boolean any(int[] of) {
            for (int phrase : of) {
                if (phrases.get(phrase)) {
                    return true;
                }
            }
            return false;
        }
    }

    Found find(String sentence) {
        return new Found(book.search(book.read(sentence, 0, sentence.length())));
    }
}
