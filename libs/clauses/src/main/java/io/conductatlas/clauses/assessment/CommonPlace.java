package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.diff.Hunk;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of a document under which all of a change stands: in a file of many policies, the policy. What is new is judged within
 * it, for words that are new to a policy may stand in another.
 *
 * @param heading as the text writes it
 * @param before the words of the old text within which what is new is judged
 * @param after the same of the new text
 */
record CommonPlace(String heading, String before, String after) {
    private static final String STEP = " › ";

    /** A part that is as good as the whole is none. */
    private static final double MOST = 0.8;

    /** In fewer characters almost any word is new. */
    private static final int SHORTEST = 2_000;

    private static final int MOST_WORDS_IN_TITLE = 6;

    /** Empty where the change stands in several parts, or in parts of different names on its two sides. */
    static Optional<CommonPlace> of(Subject subject) {
        List<Hunk> hunks = Matters.telling(subject).stream()
                .map(subject.diff().hunks()::get)
                .toList();
        if (hunks.isEmpty()) {
            return Optional.empty();
        }
        List<String> old = common(hunks.stream().map(Hunk::beforeSection).map(CommonPlace::steps));
        List<String> fresh = common(hunks.stream().map(Hunk::afterSection).map(CommonPlace::steps));
        for (int depth = Math.max(old.size(), fresh.size()); depth > 0; depth--) {
            Optional<CommonPlace> place = Optional.empty();
            if (holds(old, fresh, depth)) {
                List<String> path = fresh.subList(0, depth);
                place = place(subject, path, part(subject.before(), path), part(subject.after(), path));
            } else if (depth <= old.size() && !isHeading(old.get(depth - 1), subject.after())) {
                place = withoutHeading(subject, old.subList(0, depth), subject.before());
            } else if (depth <= fresh.size() && !isHeading(fresh.get(depth - 1), subject.before())) {
                place = withoutHeading(subject, fresh.subList(0, depth), subject.after());
            }
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static boolean holds(List<String> old, List<String> fresh, int depth) {
        return depth <= Math.min(old.size(), fresh.size())
                && old.subList(0, depth).equals(fresh.subList(0, depth));
    }

    private static boolean isHeading(String heading, AgreementText text) {
        return text.sections().stream().anyMatch(section -> section.heading().equals(heading));
    }

    private static Optional<CommonPlace> place(Subject subject, List<String> path, String before, String after) {
        boolean whole = before.length() > MOST * subject.before().text().length()
                || after.length() > MOST * subject.after().text().length();
        boolean tooShort = Math.min(before.length(), after.length()) < SHORTEST;
        return whole || tooShort
                ? Optional.empty()
                : Optional.of(new CommonPlace(path.get(path.size() - 1), before, after));
    }

    /** Of a part that lost or got its heading it is known where it stands in one text only: what is new is judged in the whole. */
    private static Optional<CommonPlace> withoutHeading(Subject subject, List<String> path, AgreementText headed) {
        String part = part(headed, path);
        return place(subject, path, part, part)
                .map(place -> new CommonPlace(
                        place.heading(),
                        subject.before().text(),
                        subject.after().text()));
    }

    /** The document with this part of it, for a title: "Community Guidelines (Spam policy)". */
    String in(String document) {
        String name = heading.toLowerCase(Locale.ROOT);
        boolean says =
                !name.contains(document.toLowerCase(Locale.ROOT)) && Phrasing.words(heading) <= MOST_WORDS_IN_TITLE;
        return says ? document + " (" + heading.strip().replaceAll("\\s*:$", "") + ")" : document;
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
