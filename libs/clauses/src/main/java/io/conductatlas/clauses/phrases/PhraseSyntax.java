package io.conductatlas.clauses.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads the text of a phrase into the plain sequences it stands for.
 *
 * <p>{@code word} is that word; {@code word*} any word that begins so; {@code #} any number; {@code (a|b c)} one of
 * several; {@code [a]} may be missing; {@code ..} up to four words between, {@code ...} up to ten, {@code ..7} up to
 * seven; {@code @name} an entry of the vocabulary; {@code ^} the beginning of the sentence.
 */
final class PhraseSyntax {
    private static final int SHORT_GAP = 4;
    private static final int LONG_GAP = 10;
    private static final int MOST_SEQUENCES = 400;

    /** One step of a sequence: any of these words, after at most {@code gap} others, perhaps missing. */
    record Step(TreeSet<String> words, int gap, boolean optional) {}

    /** A sequence of steps; {@code anchored} ones begin where the sentence begins. */
    record Sequence(List<Step> steps, boolean anchored) {
        Sequence {
            steps = List.copyOf(steps);
        }
    }

    private final Map<String, String> vocabulary;
    private final String source;
    private int at;

    private PhraseSyntax(String source, Map<String, String> vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    static List<Sequence> parse(String phrase, Map<String, String> vocabulary) {
        PhraseSyntax syntax = new PhraseSyntax(expand(phrase, vocabulary, 0), vocabulary);
        boolean anchored = syntax.source.startsWith("^");
        if (anchored) {
            syntax.at = 1;
        }
        List<List<Step>> sequences = syntax.alternatives();
        if (syntax.at < syntax.source.length()) {
            throw syntax.fault("unexpected '" + syntax.source.charAt(syntax.at) + "'");
        }
        List<Sequence> all = new ArrayList<>();
        for (List<Step> steps : sequences) {
            if (steps.stream().allMatch(Step::optional)) {
                throw syntax.fault("matches anything");
            }
            all.add(new Sequence(steps, anchored));
        }
        return all;
    }

    private static String expand(String phrase, Map<String, String> vocabulary, int depth) {
        if (phrase.indexOf('@') < 0) {
            return phrase;
        }
        if (depth > 5) {
            throw new IllegalArgumentException("the vocabulary goes round in circles at \"" + phrase + "\"");
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (c != '@') {
                out.append(c);
                continue;
            }
            int end = i + 1;
            while (end < phrase.length()
                    && (Character.isLetterOrDigit(phrase.charAt(end)) || phrase.charAt(end) == '-')) {
                end++;
            }
            String name = phrase.substring(i + 1, end);
            String meaning = vocabulary.get(name);
            if (meaning == null) {
                throw new IllegalArgumentException("\"@" + name + "\" is not in the vocabulary");
            }
            out.append('(').append(expand(meaning, vocabulary, depth + 1)).append(')');
            i = end - 1;
        }
        return out.toString();
    }

    private List<List<Step>> alternatives() {
        List<List<Step>> all = new ArrayList<>(sequences());
        while (at < source.length() && source.charAt(at) == '|') {
            at++;
            all.addAll(sequences());
        }
        return singleWordsJoined(all);
    }

    /** One step that allows many words costs less than many sequences. */
    private static List<List<Step>> singleWordsJoined(List<List<Step>> all) {
        TreeSet<String> words = new TreeSet<>();
        List<List<Step>> joined = new ArrayList<>();
        for (List<Step> steps : all) {
            if (steps.size() == 1 && steps.get(0).gap() == 0 && !steps.get(0).optional()) {
                words.addAll(steps.get(0).words());
            } else {
                joined.add(steps);
            }
        }
        if (!words.isEmpty()) {
            joined.add(0, List.of(new Step(words, 0, false)));
        }
        return joined;
    }

    private List<List<Step>> sequences() {
        List<List<Step>> sofar = List.of(List.of());
        int gap = 0;
        boolean empty = true;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '|' || c == ')' || c == ']') {
                break;
            } else if (c == '.') {
                gap = gap();
            } else {
                List<List<Step>> next = item(c);
                sofar = product(sofar, next, gap);
                gap = 0;
                empty = false;
            }
        }
        if (empty) {
            throw fault("an empty part");
        }
        if (gap > 0) {
            throw fault("a gap at the end");
        }
        return sofar;
    }

    private List<List<Step>> item(char c) {
        if (c == '(') {
            at++;
            List<List<Step>> inner = alternatives();
            close(')');
            return inner;
        }
        if (c == '[') {
            at++;
            List<List<Step>> inner = alternatives();
            close(']');
            if (inner.size() == 1 && inner.get(0).size() == 1) {
                Step only = inner.get(0).get(0);
                return List.of(List.of(new Step(only.words(), only.gap(), true)));
            }
            List<List<Step>> orNothing = new ArrayList<>(inner);
            orNothing.add(List.of());
            return orNothing;
        }
        int from = at;
        while (at < source.length() && " |()[].".indexOf(source.charAt(at)) < 0) {
            at++;
        }
        String word = source.substring(from, at);
        if (!word.matches("[a-z0-9]+\\*?|#")) {
            throw fault("\"" + word + "\" is not a word (lower-case letters and digits, perhaps with a * at the end)");
        }
        return List.of(List.of(new Step(new TreeSet<>(List.of(word)), 0, false)));
    }

    private int gap() {
        int dots = 0;
        while (at < source.length() && source.charAt(at) == '.') {
            dots++;
            at++;
        }
        int from = at;
        while (at < source.length() && Character.isDigit(source.charAt(at))) {
            at++;
        }
        if (at > from) {
            return Integer.parseInt(source.substring(from, at));
        }
        return dots > 2 ? LONG_GAP : SHORT_GAP;
    }

    private List<List<Step>> product(List<List<Step>> heads, List<List<Step>> tails, int gap) {
        List<List<Step>> all = new ArrayList<>();
        for (List<Step> head : heads) {
            for (List<Step> tail : tails) {
                List<Step> both = new ArrayList<>(head);
                for (int i = 0; i < tail.size(); i++) {
                    Step step = tail.get(i);
                    // a gap before a part that begins with what may be missing holds for what follows it too
                    boolean carries = gap > 0 && tail.subList(0, i).stream().allMatch(Step::optional);
                    both.add(carries ? new Step(step.words(), Math.max(gap, step.gap()), step.optional()) : step);
                }
                if (tail.isEmpty() && gap > 0) {
                    throw fault("a gap before a part that may be missing");
                }
                all.add(both);
            }
        }
        if (all.size() > MOST_SEQUENCES) {
            throw fault("stands for more than " + MOST_SEQUENCES + " sequences");
        }
        return all;
    }

    private void close(char bracket) {
        if (at >= source.length() || source.charAt(at) != bracket) {
            throw fault("a missing '" + bracket + "'");
        }
        at++;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("the phrase \"" + source + "\" has a fault: " + what);
    }
}
