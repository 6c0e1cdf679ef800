package io.conductatlas.documents.variants;

import java.util.List;

/** What the text of a new capture is to a document that has a history. */
public sealed interface Decision {

    /** The very text that is there already: a check. */
    record Unchanged() implements Decision {}

    /**
     * A text not seen before, or not for so long that it is news again.
     *
     * @param known whether it was there long ago: the same Version, with a further appearance
     * @param variants the hashes of texts that lately took turns, the latest first: the new one may follow any of them rather than the
     *     present one, see {@link Succession}
     */
    record NewVersion(boolean known, List<String> variants) implements Decision {
        public NewVersion {
            variants = List.copyOf(variants);
        }
    }

    /**
     * A text that was there not long ago is back in the present one's place: the two are variants. It is noted once for each
     * group, and never told as a rewrite.
     *
     * @param to the hash of the earlier text that this one is, or that it only differs from in form
     * @param exact whether it is that text to the byte
     * @param sameWords whether the two texts differ in form alone, as in link targets: nothing is to be said
     * @param noted whether the two were seen to take turns before, alone or with others: nothing more is to be said
     * @param flapping whether it came back within a day (A→B→A): to be held for review
     * @param group the hashes of all texts that take turns with these two, in the order of their first appearance
     */
    record FlipBack(String to, boolean exact, boolean sameWords, boolean noted, boolean flapping, List<String> group)
            implements Decision {
        public FlipBack {
            group = List.copyOf(group);
        }

        /** Whether somebody who follows the document should hear that it has variants. */
        public boolean isNews() {
            return !sameWords && !noted;
        }
    }
}
