package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.phrases.Words;
import java.util.BitSet;

/**
 * A sentence after its words were looked up.
 *
 * @param index its number in the document
 * @param leadIn the number of the sentence that introduces this list item, or -1
 * @param words with those of the lead-in before them
 * @param own where the sentence's own words begin
 * @param found the phrases that occur in {@code words}
 */
record ReadSentence(int index, int leadIn, int section, int start, int end, Words words, int own, BitSet found) {}
