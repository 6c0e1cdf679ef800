package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.clauses.phrases.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Phrases kept for types of the catalogue, or for groups of them, and where a sentence holds them.
 *
 * <p>Immutable and safe to share.
 */
final class TypePhrases {
    private final PhraseBook book;
    private final Map<String, Set<Integer>> byName = new HashMap<>();

    /**
     * @param phrases in the syntax of the catalogue, by the slug of a type or the name of a group
     * @throws IllegalArgumentException if they name what the catalogue has not, or a phrase has a fault
     */
    TypePhrases(Catalogue catalogue, Map<String, List<String>> phrases) {
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        phrases.forEach((name, ofName) -> {
            if (!catalogue.knows(name)
                    && catalogue.groups().stream()
                            .noneMatch(group -> group.slug().equals(name))) {
                throw new IllegalArgumentException("phrases for a type or group that is not there: " + name);
            }
            byName.put(name, ofName.stream().map(builder::add).collect(Collectors.toUnmodifiableSet()));
        });
        this.book = builder.build();
    }

    /** Where a sentence holds a phrase of this name: for each place its first and its last word. */
    List<List<Quote>> in(String name, Quote sentence) {
        Set<Integer> phrases = byName.getOrDefault(name, Set.of());
        if (phrases.isEmpty()) {
            return List.of();
        }
        Words words = book.read(sentence.text(), 0, sentence.text().length());
        BitSet found = book.search(words);
        List<List<Quote>> places = new ArrayList<>();
        for (int phrase : phrases) {
            if (found.get(phrase)) {
                for (PhraseBook.Match match : book.matches(phrase, words)) {
                    places.add(List.of(word(sentence, words, match.from()), word(sentence, words, match.to() - 1)));
                }
            }
        }
        return places;
    }

    private static Quote word(Quote sentence, Words words, int word) {
        int from = words.start(word);
        int to = words.end(word);
        return new Quote(
                sentence.start() + from, sentence.start() + to, sentence.text().substring(from, to));
    }

    /** A file of phrases that comes with this library. */
    static <T> T file(String name) {
        try (InputStream in = TypePhrases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
