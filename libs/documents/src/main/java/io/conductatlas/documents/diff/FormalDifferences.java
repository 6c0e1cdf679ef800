package io.conductatlas.documents.diff;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.words.Wording;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells how two texts differ in form where their words are the same: in link targets and images, in markup and marks, in white space.
 * One of these alone is what an editor does; several at once, over the same words, are what another extractor does.
 */
public final class FormalDifferences {
    private FormalDifferences() {}

    /** Those of {@link ChangeClass#LINK_OR_IMAGE}, {@link ChangeClass#MARKUP_OR_PUNCTUATION}, {@link ChangeClass#WHITE_SPACE} that apply. */
    public static Set<ChangeClass> between(AgreementText before, AgreementText after) {
        Set<ChangeClass> found = EnumSet.noneOf(ChangeClass.class);
        if (before.markdown().equals(after.markdown())) {
            return found;
        }
        Form old = Form.of(before.markdown());
        Form fresh = Form.of(after.markdown());
        if (!old.targets.equals(fresh.targets)) {
            found.add(ChangeClass.LINK_OR_IMAGE);
        }
        if (!old.words.equals(fresh.words)) {
            found.add(ChangeClass.MARKUP_OR_PUNCTUATION);
        }
        if (old.spaces != fresh.spaces || found.isEmpty()) {
            found.add(ChangeClass.WHITE_SPACE);
        }
        return found;
    }

    /** Whether two texts are the same letters and digits in the same order, whatever stands between them. */
    public static boolean sameWords(AgreementText before, AgreementText after) {
        return Wording.lettersAndDigits(before.text()).equals(Wording.lettersAndDigits(after.text()));
    }

    /**
     * A text's form.
     *
     * @param targets where its links and images point, in order, with their titles
     * @param words what is left without targets, brackets and white space
     * @param spaces a hash of its white space, and between which letters it stands
     */
    private record Form(String targets, String words, int spaces) {
        static Form of(String markdown) {
            StringBuilder targets = new StringBuilder();
            StringBuilder words = new StringBuilder(markdown.length());
            int spaces = 1;
            int letters = 0;
            int i = 0;
            while (i < markdown.length()) {
                char c = markdown.charAt(i);
                if (c == ']' && i + 1 < markdown.length() && markdown.charAt(i + 1) == '(') {
                    int end = endOfTarget(markdown, i + 1);
                    targets.append(markdown, i + 2, end).append('\n');
                    i = end + 1;
                    continue;
                }
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    spaces = 31 * (31 * spaces + c) + letters;
                } else if (c != '[' && c != ']' && c != '!') {
                    words.append(c);
                    letters += Character.isLetterOrDigit(c) ? 1 : 0;
                }
                i++;
            }
            return new Form(targets.toString(), words.toString(), spaces);
        }

        private static int endOfTarget(String markdown, int open) {
            for (int i = open + 1; i < markdown.length(); i++) {
                char c = markdown.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == ')' || c == '\n') {
                    return i;
                }
            }
            return markdown.length();
        }
    }
}
