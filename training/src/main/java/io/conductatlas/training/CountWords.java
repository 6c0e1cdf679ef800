package io.conductatlas.training;

import io.conductatlas.clauses.phrases.PhraseBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts in how many sentences the frequent words of agreements stand, by which a phrase book chooses the step that it looks a phrase up by.
 * A word counts where it stands in sentences of twenty contracts or more: names of companies are frequent in their own.
 */
public final class CountWords {
    private static final int LEAST_IN_A_THOUSAND = 12;
    private static final int LEAST_CONTRACTS = 20;

    private CountWords() {}

    /**
     * Writes a line for each frequent word, those first that are most frequent.
     *
     * @param args OUT.txt, then corpora, lines of {@code {doc, text}} with a sentence each
     */
    public static void main(String[] args) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (String corpus : Arrays.asList(args).subList(1, args.length)) {
            texts.addAll(LabelledText.read(Path.of(corpus)));
        }
        Files.write(Path.of(args[0]), lines(texts), StandardCharsets.UTF_8);
    }

    /** A frequency in a thousand sentences and a word each; {@code #} is any number. */
    static List<String> lines(List<LabelledText> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<String>> contracts = new HashMap<>();
        for (LabelledText sentence : sentences) {
            for (String word : words(sentence.text())) {
                counts.merge(word, 1, Integer::sum);
                contracts.computeIfAbsent(word, w -> new HashSet<>()).add(sentence.document());
            }
        }
        record Frequency(String word, int inAThousand) {}
        return counts.entrySet().stream()
                .filter(entry ->
                        contracts.getOrDefault(entry.getKey(), Set.of()).size() >= LEAST_CONTRACTS)
                .map(entry ->
                        new Frequency(entry.getKey(), (int) Math.round(1000.0 * entry.getValue() / sentences.size())))
                .filter(frequency -> frequency.inAThousand() >= LEAST_IN_A_THOUSAND)
                .sorted(Comparator.comparingInt(Frequency::inAThousand)
                        .reversed()
                        .thenComparing(Frequency::word))
                .map(frequency -> frequency.inAThousand() + " " + frequency.word())
                .toList();
    }

    private static Set<String> words(String sentence) {
        Set<String> words = new HashSet<>();
        for (String word : PhraseBook.plainly(sentence).split(" ")) {
            if (word.matches("[a-z0-9]+")) {
                words.add(word);
            }
            if (word.matches("[0-9]+")) {
                words.add("#");
            }
        }
        return words;
    }
}
