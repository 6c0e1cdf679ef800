package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Polarity;
import java.util.List;

/**
 * One thing to tell of a change: what it does to all provisions of a kind, or words that changed outside any.
 *
 * @param act what was done, over all its provisions
 * @param partly whether provisions of the kind stood in the text before as well as after
 * @param provisions the most severe first; empty for words outside any provision
 * @param hunks the numbers of the hunks that did it, in order
 * @param weight how early it is told; greater is earlier
 */
record Matter(Act act, boolean partly, List<AssessedProvision> provisions, List<Integer> hunks, double weight) {

    /** What a change did. */
    enum Act {
        ADDED,
        REMOVED,
        /** Some of it came and some of it went, or it says the same in other words. */
        REWORDED,
        /** Within the document. */
        MOVED,
        /** From another document of the platform, or to one. */
        RELOCATED
    }

    Matter {
        provisions = List.copyOf(provisions);
        hunks = List.copyOf(hunks);
    }

    /** Whether it concerns provisions of the catalogue. */
    boolean named() {
        return !provisions.isEmpty();
    }

    /** The provision it is told by. */
    AssessedProvision main() {
        return provisions.get(0);
    }

    boolean denial() {
        return named() && main().polarity() == Polarity.DENIED;
    }
}
