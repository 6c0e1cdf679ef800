package io.conductatlas.clauses.model;

import java.util.ArrayList;
import java.util.List;

/** Words that agreements use for one thing, so that the model learns "we may close" and "company can end" as one. */
final class WordKinds {
    private static final String[] KINDS = {
        "we us our company provider ours xx",
        "you your user users member members customer yourself customers subscriber",
        "may can could might",
        "will shall must",
        "terminate suspend deactivate disable cancel discontinue close block restrict revoke ban limit refuse deny "
                + "termination suspension terminated suspended terminating suspending",
        "remove delete removal edit reject screen moderate",
        "change modify amend update revise alter replace modification amendment revision modified amended revised "
                + "updated",
        "terms agreement condition policy policies tos eula contract conditions",
        "content submission material post posts materials submissions contribution",
        "service services site website app software platform product products application websites apps sites",
        "liable responsible liability responsibility",
        "account accounts access membership subscription registration profile license",
        "use using accessing download downloading visiting",
        "agree accept consent acknowledge agreed accepted accepting agreeing acceptance bound"
    };

    private static final IntTable WORDS;
    private static final long[] KIND_OF;

    static {
        List<Integer> keys = new ArrayList<>();
        List<Long> kinds = new ArrayList<>();
        for (int kind = 0; kind < KINDS.length; kind++) {
            for (String word : KINDS[kind].split(" ")) {
                keys.add(Hashes.fold(Hashes.of(word)));
                kinds.add(Hashes.mix(kind + 1));
            }
        }
        WORDS = new IntTable(keys.stream().mapToInt(Integer::intValue).toArray());
        KIND_OF = kinds.stream().mapToLong(Long::longValue).toArray();
    }

    private WordKinds() {}

    /** The hash that stands for a word's kind, or 0 where it is of none. */
    static long of(long word) {
        int place = WORDS.indexOf(Hashes.fold(word));
        return place < 0 ? 0 : KIND_OF[place];
    }
}
