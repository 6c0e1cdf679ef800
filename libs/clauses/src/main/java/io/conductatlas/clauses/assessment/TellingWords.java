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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The words a passage has to hold so that a reader sees by it what a type is about. They find nothing by themselves: a rule of the
 * catalogue finds that a clause does a thing, and these say whether its name fits the words that are shown for it.
 *
 * <p>Immutable and safe to share.
 */
final class TellingWords {
    private static final String FILE = "/assessment/telling-words.yaml";

    private final PhraseBook book;
    private final Map<String, Set<Integer>> byType = new HashMap<>();

    /**
     * @throws IllegalArgumentException if they name a type the catalogue has not, or a phrase has a fault
     */
    TellingWords(Catalogue catalogue, Map<String, List<String>> words) {
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        words.forEach((type, phrases) -> {
            if (!catalogue.knows(type)) {
                throw new IllegalArgumentException("telling words for a type that is not there: " + type);
            }
            byType.put(
                    type, phrases.stream().map(builder::add).collect(java.util.stream.Collectors.toUnmodifiableSet()));
        });
        this.book = builder.build();
    }

    /** Those that come with this library. */
    static TellingWords bundled(Catalogue catalogue) {
        return new TellingWords(catalogue, file());
    }

    static Map<String, List<String>> file() {
        try (InputStream in = TellingWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the file of telling words is missing");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where a sentence speaks of what a type is about: for each place its first and its last word, or the only one. A type without
     * telling words is spoken of by the whole sentence.
     */
    List<List<Quote>> in(String type, Quote sentence) {
        Set<Integer> phrases = byType.get(type);
        if (phrases == null) {
            return List.of(List.of(sentence));
        }
        Words words = book.read(sentence.text(), 0, sentence.text().length());
        java.util.BitSet found = book.search(words);
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
}
