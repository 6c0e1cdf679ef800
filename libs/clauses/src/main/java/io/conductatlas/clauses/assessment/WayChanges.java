package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.WordSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The places of a change that took from people, or gave them, words on what they can do: opt out, use a setting, object. A text that
 * was only rewritten, and speaks of such ways as often as before, took none.
 *
 * @param lost the numbers of the hunks that took some, in order; empty where the document has no fewer than before
 * @param gained the numbers of the hunks that gave some, in order; empty where the document has no more than before
 */
record WayChanges(List<Integer> lost, List<Integer> gained) {
    private static final Pattern WAY = Pattern.compile(
            "\\bopt(?:s|ed|ing)?[\\s-]?out\\b(?!(?: \\w+){0,4} arbitrat)|\\bunsubscrib\\w+|\\bprivacy choices\\b|\\bright to object\\b|\\bdo not sell\\b"
                    + "|\\b(?:device|account|privacy|cookie|browser|app|notification|ad|your) (?:settings?|preferences|controls)\\b"
                    + "|\\bturn(?:ing)? off\\b|\\bdisabl(?:e|ing)\\b|\\bwithdraw(?:ing)? (?:\\w+ )?consent\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_THE_READER =
            Pattern.compile("\\byour?\\b|^\\W*(?:to|please|visit|click|use|go|opt)\\b", Pattern.CASE_INSENSITIVE);

    WayChanges {
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
    }

    static WayChanges of(Subject subject) {
        int more = count(subject.after()) - count(subject.before());
        List<Integer> lost = new ArrayList<>();
        List<Integer> gained = new ArrayList<>();
        for (int number : Matters.telling(subject)) {
            Hunk hunk = subject.diff().hunks().get(number);
            int came = count(changed(hunk, WordSpan.Op.INSERT));
            int went = count(changed(hunk, WordSpan.Op.DELETE));
            if (more < 0 && went > came && TO_THE_READER.matcher(hunk.before()).find()) {
                lost.add(number);
            } else if (more > 0
                    && came > went
                    && TO_THE_READER.matcher(hunk.after()).find()) {
                gained.add(number);
            }
        }
        return new WayChanges(lost, gained);
    }

    private static String changed(Hunk hunk, WordSpan.Op op) {
        return hunk.words().stream()
                .filter(span -> span.op() == op)
                .map(WordSpan::text)
                .collect(Collectors.joining(" … "));
    }

    private static int count(AgreementText text) {
        return count(text.text());
    }

    private static int count(String text) {
        return (int) WAY.matcher(text).results().count();
    }
}
