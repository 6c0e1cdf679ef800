package io.conductatlas.documents.diff;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.words.Wording;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the other documents of a platform say, as they stood before the change at hand. A sentence that at least three of them share is
 * a menu's or a footer's. Texts from before the change are asked for on purpose: a clause that a platform puts into many of its
 * documents on one day is news in each of them.
 */
public final class SiblingTexts {
    /** No other document is known. */
    public static final SiblingTexts NONE = new SiblingTexts(Set.of());

    private static final int LEAST_DOCUMENTS = 3;

    private final Set<String> shared;

    private SiblingTexts(Set<String> shared) {
        this.shared = shared;
    }

    /** @param siblings one text for each other document */
    public static SiblingTexts of(Collection<AgreementText> siblings) {
        if (siblings.size() < LEAST_DOCUMENTS) {
            return NONE;
        }
        Map<String, Integer> documents = new HashMap<>();
        for (AgreementText sibling : siblings) {
            Set<String> own = new HashSet<>();
            for (int i = 0; i < sibling.sentences().size(); i++) {
                own.add(key(sibling.sentence(i)));
            }
            own.forEach(sentence -> documents.merge(sentence, 1, Integer::sum));
        }
        Set<String> shared = new HashSet<>();
        documents.forEach((sentence, count) -> {
            if (count >= LEAST_DOCUMENTS) {
                shared.add(sentence);
            }
        });
        return new SiblingTexts(shared);
    }

    /** Whether three or more siblings have the sentence, whatever its case, marks and spaces. */
    public boolean share(String sentence) {
        return !shared.isEmpty() && shared.contains(key(sentence));
    }

    private static String key(String sentence) {
        return Wording.lettersAndDigits(sentence).toLowerCase(Locale.ROOT);
    }
}
