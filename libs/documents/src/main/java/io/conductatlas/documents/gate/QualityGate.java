package io.conductatlas.documents.gate;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.gate.Verdict.Reason;
import io.conductatlas.documents.gate.Verdict.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out what was served in an agreement's place: error pages with status 200, walls, challenges, fragments. What it lets in
 * may become a Version; what it refuses is kept with the reason, and staff may overrule it.
 */
public final class QualityGate {
    private static final int LEAST_WORDS = 15;
    private static final int SHORT = 300;
    private static final int TITLED = 900;

    /** As many words under an agreement's name are one, whatever they speak of. */
    private static final int NAMED = 40;

    /** The first sentences, where an error page says what it is. */
    private static final int OPENING = 3;

    private static final int LONGEST_PLAIN_TITLE = 70;

    /** Words are counted by letters: a short text may still have a word of any length. */
    private static final int LONGEST_READ = 20_000;

    private static final int LEAST_TO_COMPARE = 150;
    private static final double COLLAPSE = 0.4;
    private static final double EXPLOSION = 3.5;

    public Verdict check(AgreementText text, GateContext context) {
        Refused refused = byItself(text);
        if (refused == null) {
            refused = besideTheLast(text, context);
        }
        return refused == null ? new Verdict.Accepted() : refused;
    }

    private static @Nullable Refused byItself(AgreementText text) {
        int words = text.words();
        if (words == 0) {
            return new Refused(Reason.EMPTY, "no words");
        }
        if (isCode(text.text())) {
            return new Refused(Reason.STYLE_OR_SCRIPT, "the text is a style sheet or a script");
        }
        Refused refused = words < TITLED ? byItsWords(text, words) : null;
        if (refused != null) {
            return refused;
        }
        int prose = proseWords(text);
        if (words < LEAST_WORDS || prose < LEAST_WORDS) {
            return new Refused(Reason.EMPTY, "only " + prose + " words of prose");
        }
        return null;
    }

    /** An agreement names itself and speaks like one; a wall does neither, and says what it is. */
    private static @Nullable Refused byItsWords(AgreementText text, int words) {
        List<Sentence> opening =
                text.sentences().subList(0, Math.min(OPENING, text.sentences().size()));
        String beginning =
                text.text().substring(0, Math.min(LONGEST_READ, text.text().length()));
        boolean named = opening.stream()
                .anyMatch(sentence -> isTitle(sentence, text) && Phrases.nameAnAgreement(sentence.in(text.text())));
        boolean speaksLikeOne = Phrases.areOfAnAgreement(beginning, words);
        for (Sentence sentence : opening) {
            boolean heading = sentence.kind() == SentenceKind.HEADING;
            if ((named || speaksLikeOne) && !heading) {
                continue;
            }
            String line = sentence.in(text.text());
            Phrases.Hit title = heading ? Phrases.inHeading(line) : Phrases.atBeginning(line);
            if (title != null && (words < SHORT || title.reason() != Reason.CONSENT || !speaksLikeOne)) {
                return new Refused(title.reason(), "it begins “" + title.phrase() + "”");
            }
        }
        if (words < SHORT && !speaksLikeOne && !(named && words >= NAMED)) {
            Phrases.Hit hit = Phrases.in(beginning);
            if (hit != null) {
                return new Refused(hit.reason(), words + " words, among them “" + hit.phrase() + "”");
            }
        }
        return null;
    }

    /** Some pages write their title as any other line. */
    private static boolean isTitle(Sentence sentence, AgreementText text) {
        return sentence.kind() == SentenceKind.HEADING
                || (sentence.kind() == SentenceKind.PROSE
                        && sentence.end() - sentence.start() < LONGEST_PLAIN_TITLE
                        && Character.isLetterOrDigit(text.text().charAt(sentence.end() - 1)));
    }

    private static int proseWords(AgreementText text) {
        int words = 0;
        for (Sentence sentence : text.sentences()) {
            if (sentence.kind() != SentenceKind.HEADING && sentence.kind() != SentenceKind.LINK_LIST) {
                words += words(text.text(), sentence.start(), sentence.end());
            }
        }
        return words;
    }

    private static int words(String text, int from, int to) {
        int words = 0;
        boolean inside = false;
        for (int i = from; i < to; i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i));
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    private static boolean isCode(String text) {
        int braces = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}') {
                braces++;
            } else if (c == ';' || c == '=' || c == '<' || c == '>') {
                marks++;
            }
        }
        return braces >= 4 && (braces + marks) * 40 > text.length();
    }

    private static @Nullable Refused besideTheLast(AgreementText text, GateContext context) {
        AgreementText previous = context.previous();
        String language = Language.of(text.text());
        if (previous == null) {
            String declared = context.language();
            if (language != null
                    && declared != null
                    && !declared.toLowerCase(Locale.ROOT).startsWith(language)) {
                return new Refused(Reason.WRONG_LANGUAGE, "declared as " + declared + ", written in " + language);
            }
            return null;
        }
        String before = Language.of(previous.text());
        if (language != null && before != null && !language.equals(before)) {
            return new Refused(Reason.WRONG_LANGUAGE, "was written in " + before + ", is written in " + language);
        }
        int oldWords = previous.words();
        int newWords = text.words();
        if (oldWords < LEAST_TO_COMPARE) {
            return null;
        }
        if (newWords < oldWords * COLLAPSE) {
            return new Refused(Reason.COLLAPSE, newWords + " words of " + oldWords + " before");
        }
        Set<String> old = new HashSet<>();
        for (int i = 0; i < previous.sentences().size(); i++) {
            old.add(previous.sentence(i));
        }
        int kept = 0;
        for (int i = 0; i < text.sentences().size(); i++) {
            kept += old.remove(text.sentence(i)) ? 1 : 0;
        }
        double survived = (double) kept / Math.max(1, previous.sentences().size());
        if (newWords > oldWords * EXPLOSION && survived < 0.5) {
            return new Refused(Reason.EXPLOSION, newWords + " words, " + oldWords + " before");
        }
        if (survived < 0.02 && !sharesTitle(previous, text)) {
            return new Refused(Reason.WRONG_DOCUMENT, "neither title nor text are those of the last version");
        }
        return null;
    }

    private static boolean sharesTitle(AgreementText previous, AgreementText text) {
        Set<String> old = titleWords(previous);
        Set<String> fresh = titleWords(text);
        return old.isEmpty() || fresh.isEmpty() || fresh.stream().anyMatch(old::contains);
    }

    private static Set<String> titleWords(AgreementText text) {
        Set<String> words = new HashSet<>();
        for (Sentence sentence :
                text.sentences().subList(0, Math.min(3, text.sentences().size()))) {
            for (String word : sentence.in(text.text()).toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                if (word.length() > 3) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
