package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which sentence of a passage to quote: the one that says most of what is new, and rather a rule than an example of it. */
final class SentenceChoice {
    /** Fewer words than this are a label and hardly a sentence. */
    static final int SHORTEST = 4;

    static final double NEW_WORD = 2;
    static final int MOST_COUNTED_WORDS = 14;

    private static final double WANTED = 1000;
    private static final double LABEL = 600;
    private static final double HEADING = 500;
    /** How much of what an example says is new to the rule it stands beside. */
    private static final double EXAMPLE = 0.4;

    /** The same of what the other version says as well. */
    private static final double ELSEWHERE = 0.2;

    private static final double FIRST = 4;
    private static final double RULE = 3;

    /** How a sentence begins that lists cases of the one before it. */
    private static final Pattern GIVES_EXAMPLES = Pattern.compile(
            "^(?:examples?\\b[^.:]{0,20}\\b(?:includes?|are|is|of)\\b|this includes\\b|these include\\b)",
            Pattern.CASE_INSENSITIVE);

    /** "(see 'What we collect' for more)". */
    private static final Pattern POINTER = Pattern.compile("\\((?:please )?see [^)]*\\)", Pattern.CASE_INSENSITIVE);

    /** "(iii)", "(c)" and "(3)" before a case of several. */
    private static final Pattern CASE = Pattern.compile("(?<=[\\s,;:])\\((?:[ivx]{1,5}|[a-z]|\\d{1,2})\\) ");

    private static final Pattern SETS_A_RULE = Pattern.compile(
            "\\b(?:must|may not|shall|will not|cannot|can't|require[sd]?|requirements?|not allowed|prohibited|eligible|only if|unless)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Subject subject;
    private final Novelty novelty;

    SentenceChoice(Subject subject, Novelty novelty) {
        this.subject = subject;
        this.novelty = novelty;
    }

    /**
     * Of a passage's sentences the one to quote.
     *
     * @param rather quotes of which the reader is told; a sentence that meets one comes first
     * @param ofNewText whether the passage came, or went
     */
    Quote of(AgreementText text, int from, int to, List<Quote> rather, boolean ofNewText) {
        Quote best = null;
        double most = -1;
        boolean first = true;
        for (Passage passage : passages(text, from, to)) {
            Quote quote = passage.quote();
            boolean wanted = rather.stream().anyMatch(one -> one.start() < quote.end() && quote.start() < one.end());
            boolean label = quote.text().endsWith(":") || Phrasing.words(quote.text()) < SHORTEST;
            double weight = weight(quote.text(), ofNewText)
                    + (wanted ? WANTED : 0)
                    - (label ? LABEL : 0)
                    - (passage.speaks() ? 0 : HEADING)
                    + (first && passage.speaks() && !label ? FIRST : 0);
            first = first && (label || !passage.speaks());
            if (best == null || weight > most) {
                best = quote;
                most = weight;
            }
        }
        return best == null ? Quote.of(text.text(), from, to) : best;
    }

    /** All of a passage but the headings at its beginning; empty where it is longer than {@code most} words, or holds more headings. */
    static Optional<Quote> whole(AgreementText text, int from, int to, int most) {
        List<Passage> speaking = passages(text, from, to).stream()
                .dropWhile(passage -> !passage.speaks())
                .toList();
        if (speaking.isEmpty() || !speaking.stream().allMatch(Passage::speaks)) {
            return Optional.empty();
        }
        Quote whole = Quote.of(
                text.text(),
                speaking.get(0).quote().start(),
                speaking.get(speaking.size() - 1).quote().end());
        return Optional.of(whole).filter(quote -> Phrasing.words(quote.text()) <= most);
    }

    /** How much a sentence that came, or went, says of what is new. */
    double weight(String sentence, boolean ofNewText) {
        String text = POINTER.matcher(sentence).replaceAll("");
        double weight = NEW_WORD * novelty.of(text, ofNewText)
                + Math.min(MOST_COUNTED_WORDS, Phrasing.words(text))
                + (SETS_A_RULE.matcher(text).find() ? RULE : 0);
        return weight * (givesExamples(text) ? EXAMPLE : 1) * (standsElsewhere(sentence, ofNewText) ? ELSEWHERE : 1);
    }

    /**
     * A sentence in quotation marks. One that is too long and counts cases is told with that of them that says most of what is new: its
     * beginning, and the case.
     */
    String excerpt(String sentence, boolean ofNewText, int most) {
        Matcher marks = CASE.matcher(sentence);
        if (Phrasing.words(Phrasing.cut(sentence, most)) == Phrasing.words(sentence) || !marks.find()) {
            return Phrasing.excerpt(sentence, most);
        }
        int first = marks.start();
        int from = first;
        String best = "";
        while (from < sentence.length()) {
            int to = marks.find(from + 1) ? marks.start() : sentence.length();
            String one = sentence.substring(from, to);
            if (weight(one, ofNewText) > weight(best, ofNewText)) {
                best = one;
            }
            from = to;
        }
        String beginning = sentence.substring(0, first).strip();
        boolean isFirst = sentence.startsWith(best, first);
        return isFirst || Phrasing.words(beginning) > most / 2
                ? Phrasing.excerpt(sentence, most)
                : "“" + Phrasing.line(beginning) + " … " + Phrasing.cut(best, most - Phrasing.words(beginning)) + "”";
    }

    /** Whether words that came stood somewhere in the old text already, or such that went still stand; of single words that says nothing. */
    boolean standsElsewhere(String words, boolean ofNewText) {
        return Phrasing.words(words) >= SHORTEST
                && (ofNewText ? subject.before() : subject.after()).text().contains(words);
    }

    private static boolean givesExamples(String text) {
        return GIVES_EXAMPLES.matcher(text.strip()).find();
    }

    /** How new the words of a passage are that came, or how lost those that went; those of examples count for less. */
    double novelty(AgreementText text, int from, int to, boolean ofNewText) {
        StringBuilder rules = new StringBuilder();
        StringBuilder examples = new StringBuilder();
        for (Passage passage : passages(text, from, to)) {
            String words = passage.quote().text();
            (givesExamples(words) ? examples : rules).append(words).append('\n');
        }
        return novelty.of(rules.toString(), ofNewText) + EXAMPLE * novelty.of(examples.toString(), ofNewText);
    }

    /** @param speaks whether it is more than a heading or a list of links */
    private record Passage(Quote quote, boolean speaks) {}

    private static List<Passage> passages(AgreementText text, int from, int to) {
        List<Passage> passages = new ArrayList<>();
        for (Sentence sentence : text.sentences()) {
            int start = Math.max(from, sentence.start());
            int end = Math.min(to, sentence.end());
            if (start < end) {
                passages.add(new Passage(
                        Quote.of(text.text(), start, end),
                        sentence.kind() != SentenceKind.HEADING && sentence.kind() != SentenceKind.LINK_LIST));
            }
        }
        return passages;
    }
}
