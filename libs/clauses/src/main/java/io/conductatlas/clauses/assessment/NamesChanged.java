package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.gate.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that a document did not hold before, or no longer holds: of countries, firms, plans and programmes. Of a change in many places they
 * say more than any few sentences.
 *
 * @param came in the order in which they first stand
 * @param went likewise
 */
record NamesChanged(List<String> came, List<String> went) {
    private static final int MOST = 5;
    private static final int SHORTEST = 3;
    private static final int MOST_CONTEXTS = 2;
    private static final int LONGEST_CONTEXT = 16;

    /** Words with a capital letter inside a sentence: after a word without one, so that no heading and no first word counts. */
    private static final Pattern NAME = Pattern.compile(
            "(?<=\\p{Ll}[,;]? )\\p{Lu}[\\p{L}\\p{N}\u2019'&-]*(?: \\p{Lu}[\\p{L}\\p{N}\u2019'&-]*){0,3}");

    /** A word without a capital letter. */
    private static final Pattern WORD = Pattern.compile("\\b\\p{Ll}+\\b");

    private static final Pattern WORD_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("[\u2019'](?:s|S)?$");
    static final Set<String> MONTHS = Set.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** A place in a document. */
    private static final Pattern PLACE =
            Pattern.compile("(?:Section|Article|Exhibit|Appendix|Annex|Schedule|Clause)\\b");

    NamesChanged {
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    /** None in German, where every noun has a capital letter. */
    static NamesChanged of(Subject subject) {
        if ("de".equals(Language.of(subject.after().text()))
                || "de".equals(Language.of(subject.before().text()))) {
            return new NamesChanged(List.of(), List.of());
        }
        List<Hunk> hunks = Matters.telling(subject).stream()
                .map(subject.diff().hunks()::get)
                .toList();
        return new NamesChanged(
                names(
                        hunks.stream().map(Hunk::after).toList(),
                        subject.after().text(),
                        subject.before().text()),
                names(
                        hunks.stream().map(Hunk::before).toList(),
                        subject.before().text(),
                        subject.after().text()));
    }

    private static List<String> names(List<String> texts, String whole, String other) {
        String elsewhere = plain(other);
        Set<String> common =
                WORD.matcher(whole).results().map(MatchResult::group).collect(Collectors.toSet());
        Map<String, String> names = new LinkedHashMap<>();
        texts.stream()
                .flatMap(text -> NAME.matcher(text).results())
                .map(MatchResult::group)
                .map(name -> POSSESSIVE.matcher(name).replaceAll(""))
                .filter(name -> name.length() >= SHORTEST)
                .filter(name -> !MONTHS.contains(name)
                        && !isOfCommonWords(name, common)
                        && !PLACE.matcher(name).lookingAt())
                .filter(name -> !elsewhere.contains(plain(name)))
                .forEach(name -> names.putIfAbsent(plain(name), name));
        return names.values().stream()
                // "South Korea" and not "South Korea Privacy Notice" as well, and of "Larkfield Holdings" no "Holdings"
                .filter(name -> names.values().stream()
                        .noneMatch(
                                one -> !one.equals(name) && (name.startsWith(one + " ") || one.endsWith(" " + name))))
                .limit(MOST)
                .toList();
    }

    /** Whether all words stand without a capital letter elsewhere, as those of headings and of terms that an agreement defines do. */
    private static boolean isOfCommonWords(String name, Set<String> common) {
        return WORD_OF_A_NAME
                .splitAsStream(name)
                .allMatch(word -> word.length() < SHORTEST || common.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** Without what differs between ways of writing: capital letters, marks, and the spellings of one country. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace("centre", "center")
                .replace("isation", "ization");
    }

    boolean none() {
        return came.isEmpty() && went.isEmpty();
    }

    /**
     * As a sentence whose subject is the document.
     *
     * @param text the new text, of which the short sentences with the first names are quoted
     */
    String told(AgreementText text) {
        String now = came.isEmpty() ? "" : "now speaks of " + Phrasing.list(inContext(text)) + ", as it did not before";
        String noMore = went.isEmpty() ? "" : "no longer speaks of " + Phrasing.list(quoted(went));
        return "It " + now + (now.isEmpty() || noMore.isEmpty() ? "" : ", and ") + noMore + ".";
    }

    private List<String> inContext(AgreementText text) {
        List<String> told = new ArrayList<>();
        Set<String> contexts = new HashSet<>();
        for (String name : came) {
            Optional<String> context = contexts.size() == MOST_CONTEXTS
                    ? Optional.empty()
                    : text.sentences().stream()
                            .filter(sentence -> sentence.kind() != SentenceKind.HEADING)
                            .map(sentence -> sentence.in(text.text()))
                            .filter(sentence -> sentence.contains(name)
                                    && Phrasing.words(sentence) > Phrasing.words(name) + SHORTEST
                                    && Phrasing.words(sentence) <= LONGEST_CONTEXT)
                            .findFirst()
                            .filter(contexts::add);
            told.add("\u201c" + name + "\u201d"
                    + context.map(sentence -> " (" + Phrasing.excerpt(sentence) + ")")
                            .orElse(""));
        }
        return told;
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "\u201c" + name + "\u201d").toList();
    }
}
