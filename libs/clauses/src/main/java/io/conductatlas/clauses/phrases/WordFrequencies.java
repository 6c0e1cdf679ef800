package io.conductatlas.clauses.phrases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * In how many of a thousand sentences of agreements a word stands, as {@code io.conductatlas.training.CountWords} counted it. What is found
 * does not depend on it, only how soon.
 */
final class WordFrequencies {
    private static final String FILE = "/phrases/word-frequencies.txt";

    /** Of words that are in no line, and of beginnings of words, which stand for several. */
    private static final int RARE = 4;

    private static final int RARE_BEGINNING = 12;

    private final NavigableMap<String, Integer> frequent = new TreeMap<>();

    /** @param lines a frequency and a word each, such as {@code 512 the}; others are an IllegalArgumentException */
    WordFrequencies(Reader lines) throws IOException {
        BufferedReader in = new BufferedReader(lines);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.matches("[0-9]{1,4} ([a-z0-9]+|#)")) {
                throw new IllegalArgumentException("\"" + line + "\" is no frequency of a word");
            }
            int space = line.indexOf(' ');
            frequent.put(line.substring(space + 1), Integer.valueOf(line.substring(0, space)));
        }
    }

    /** Those that come with this library. */
    static WordFrequencies bundled() {
        try (InputStream in = WordFrequencies.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("there is no file " + FILE);
            }
            return new WordFrequencies(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a word as phrases have it: {@code arbitrat*} is any that begins so, {@code #} any number. */
    int of(String word) {
        if (!word.endsWith("*")) {
            return frequent.getOrDefault(word, RARE);
        }
        String beginning = word.substring(0, word.length() - 1);
        return RARE_BEGINNING
                + frequent.subMap(beginning, beginning + Character.MAX_VALUE).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }
}
