package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.diff.Hunk;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a document under which all of a change stands: in a file of many policies, the policy. What is new is judged within
 * it, for words that are new to a policy may stand in another.
 *
 * @param heading as the new text writes it
 * @param before the words of that part in the old text
 * @param after the words of that part in the new text
 */
record CommonPlace(String heading, String before, String after) {
    private static final String STEP = " › ";

    /** A part that is as good as the whole is none. */
    private static final double MOST = 0.8;

    /** In fewer characters almost any word is new. */
    private static final int SHORTEST = 2_000;

    /** Empty where the change stands in several parts, or where the two texts do not agree on the part. */
    static Optional<CommonPlace> of(Subject subject) {
        List<Hunk> hunks = Matters.telling(subject).stream()
                .map(subject.diff().hunks()::get)
                .toList();
        if (hunks.isEmpty()) {
            return Optional.empty();
        }
        List<String> old = common(hunks.stream().map(Hunk::beforeSection).map(CommonPlace::steps));
        List<String> fresh = common(hunks.stream().map(Hunk::afterSection).map(CommonPlace::steps));
        for (int depth = Math.min(old.size(), fresh.size()); depth > 0; depth--) {
            List<String> path = fresh.subList(0, depth);
            if (!old.subList(0, depth).equals(path)) {
                continue;
            }
            String before = part(subject.before(), path);
            String after = part(subject.after(), path);
            if (before.length() > MOST * subject.before().text().length()
                    || after.length() > MOST * subject.after().text().length()) {
                return Optional.empty();
            }
            if (Math.min(before.length(), after.length()) < SHORTEST) {
                continue;
            }
            return Optional.of(new CommonPlace(path.get(depth - 1), before, after));
        }
        return Optional.empty();
    }

    private static List<String> steps(String path) {
        return path.isEmpty() ? List.of() : Arrays.asList(path.split(STEP));
    }

    private static List<String> common(Stream<List<String>> paths) {
        return paths.reduce((one, other) -> {
                    int depth = 0;
                    while (depth < Math.min(one.size(), other.size())
                            && one.get(depth).equals(other.get(depth))) {
                        depth++;
                    }
                    return one.subList(0, depth);
                })
                .orElse(List.of());
    }

    private static String part(AgreementText text, List<String> path) {
        StringBuilder words = new StringBuilder();
        for (Section section : text.sections()) {
            List<String> steps = steps(section.path());
            if (steps.size() >= path.size() && steps.subList(0, path.size()).equals(path)) {
                words.append(text.text(), section.start(), section.end()).append('\n');
            }
        }
        return words.toString();
    }
}
