package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Headings that came and went. A heading is its author's own word for what stands below it.
 *
 * @param came in their order in the new text
 * @param went in their order in the old text
 */
record HeadingsChanged(List<String> came, List<String> went) {
    private static final int MOST = 4;
    private static final int LONGEST = 9;
    /** From which share of common words on a heading is another one in other words. */
    private static final double ALIKE = 0.6;

    private static final int SHORTEST_WORD = 3;

    /** "4.", "4.2", "(b)", "IV." and "Section 7:" before a heading's own words. */
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?:section|article|part) )?(?:\\(?(?:\\d+(?:\\.\\d+)*|[a-z]|[ivx]+)[.):]+|\\d+(?:\\.\\d+)*)\\s+",
            Pattern.CASE_INSENSITIVE);

    /** The s of "personalised" and "monetisable". */
    private static final Pattern BRITISH = Pattern.compile("(?<=i)s(?=(?:e|ed|es|ing|able)\\b)");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    HeadingsChanged {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    static HeadingsChanged of(Subject subject) {
        List<String> came = only(subject.after(), subject.before());
        List<String> went = only(subject.before(), subject.after());
        return new HeadingsChanged(unlike(came, went), unlike(went, came));
    }

    /** Without those that another spelling, number or date parts from one on the other side, and those that are a date. */
    private static List<String> unlike(List<String> headings, List<String> others) {
        return headings.stream()
                .filter(heading -> !words(heading).isEmpty())
                .filter(heading -> others.stream().noneMatch(other -> alike(words(heading), words(other))))
                .toList();
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / (one.size() + other.size()) >= ALIKE;
    }

    /** The words of a heading that say something, those of one country spelt as those of another. */
    private static Set<String> words(String heading) {
        String spelt = BRITISH.matcher(NamesChanged.plain(heading)).replaceAll("z");
        return NO_LETTER
                .splitAsStream(spelt)
                .filter(word -> word.length() >= SHORTEST_WORD
                        && word.chars().noneMatch(Character::isDigit)
                        && !NamesChanged.MONTHS.contains(Phrasing.capital(word)))
                .collect(Collectors.toSet());
    }

    /** The headings whose words stand nowhere in the other text, be it as a heading or within a sentence. */
    private static List<String> only(AgreementText text, AgreementText other) {
        String elsewhere = " " + plain(other.text()) + " ";
        Map<String, String> headings = new LinkedHashMap<>();
        for (Section section : text.sections()) {
            String heading =
                    NUMBER.matcher(section.heading().strip()).replaceFirst("").replaceFirst("\\s*:$", "");
            String words = plain(heading);
            if (words.length() > 2 && Phrasing.words(heading) <= LONGEST && !elsewhere.contains(" " + words + " ")) {
                headings.putIfAbsent(words, heading);
            }
        }
        return List.copyOf(headings.values());
    }

    private static String plain(String text) {
        return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    boolean none() {
        return came.isEmpty() && went.isEmpty();
    }

    /** As a sentence whose subject is the document. */
    String told() {
        String now = came.isEmpty() ? "" : "has the new " + counted(came);
        String noMore = went.isEmpty() ? "" : "no longer has the " + counted(went);
        return "It " + now + (now.isEmpty() || noMore.isEmpty() ? "" : ", and ") + noMore + ".";
    }

    private static String counted(List<String> headings) {
        List<String> named = new ArrayList<>(headings.stream()
                .limit(headings.size() == MOST + 1 ? MOST + 1 : MOST)
                .map(heading -> "“" + heading + "”")
                .toList());
        if (headings.size() > MOST + 1) {
            named.add((headings.size() - MOST) + " more");
        }
        return (headings.size() == 1 ? "heading " : "headings ") + Phrasing.list(named);
    }
}
