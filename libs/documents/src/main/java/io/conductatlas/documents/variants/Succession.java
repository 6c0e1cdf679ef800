package io.conductatlas.documents.variants;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the texts that take turns a new one follows. Two variants of a document that both get a new clause are one change, told when
 * the first of them shows it.
 *
 * @param follows the index of the variant it follows, or -1 for the text that is there
 * @param diff from that text to the new one
 * @param alreadyTold whether the text that is there says all that came and nothing that went: the variant only caught up
 */
public record Succession(int follows, Diff diff, boolean alreadyTold) {

    /** The text that is there. */
    public static final int PRESENT = -1;

    /**
     * Finds the text that the new one differs least from.
     *
     * @param variants the texts that the present one takes turns with, as {@link Decision.NewVersion#variants} names them
     */
    public static Succession of(
            DocumentDiffer differ, AgreementText present, List<AgreementText> variants, AgreementText fresh) {
        Map<String, Integer> wanted = sentences(fresh);
        int nearest = PRESENT;
        int least = distance(sentences(present), wanted);
        for (int i = 0; i < variants.size(); i++) {
            int distance = distance(sentences(variants.get(i)), wanted);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest == PRESENT) {
            return new Succession(PRESENT, differ.diff(present, fresh), false);
        }
        AgreementText followed = variants.get(nearest);
        Diff diff = differ.diff(followed, fresh);
        return new Succession(nearest, diff, diff.ofMeaning() && says(present, followed, fresh));
    }

    /** Whether the present text has every sentence that came, and none of those that went. */
    private static boolean says(AgreementText present, AgreementText followed, AgreementText fresh) {
        Set<String> there = sentences(present).keySet();
        Set<String> old = sentences(followed).keySet();
        Set<String> now = sentences(fresh).keySet();
        Set<String> came = new HashSet<>(now);
        came.removeAll(old);
        Set<String> went = new HashSet<>(old);
        went.removeAll(now);
        return there.containsAll(came) && went.stream().noneMatch(there::contains);
    }

    private static Map<String, Integer> sentences(AgreementText text) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < text.sentences().size(); i++) {
            counts.merge(text.sentence(i), 1, Integer::sum);
        }
        return counts;
    }

    private static int distance(Map<String, Integer> one, Map<String, Integer> other) {
        int distance = 0;
        for (Map.Entry<String, Integer> entry : one.entrySet()) {
            distance += Math.max(0, entry.getValue() - other.getOrDefault(entry.getKey(), 0));
        }
        for (Map.Entry<String, Integer> entry : other.entrySet()) {
            distance += Math.max(0, entry.getValue() - one.getOrDefault(entry.getKey(), 0));
        }
        return distance;
    }
}
