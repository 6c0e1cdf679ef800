package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.phrases.Words;
import java.util.BitSet;
import java.util.List;

/**
 * A sentence after its words were looked up.
 *
 * @param index its number in the document
 * @param leadIn the number of the sentence that introduces this list item, or -1
 * @param words with those of the lead-in before them
 * @param own where the sentence's own words begin
 * @param found the phrases that occur in {@code words}
 */
record ReadSentence(int index, int leadIn, int section, int start, int end, Words words, int own, BitSet found) {

    /** Those of a document's sentences, in their order, whose numbers are from {@code first} to {@code last}. */
    static List<ReadSentence> between(List<ReadSentence> all, int first, int last) {
        return all.subList(before(all, first), before(all, last + 1));
    }

    private static int before(List<ReadSentence> all, int index) {
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all.get(middle).index() < index) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
