package io.conductatlas.benchmarks.classification;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.cli.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences that a benchmark reads: the catalogue's own examples, over and over, or, where the property
 * {@code atlas.sentences} names a file with one JSON object a line, the {@code text} of each.
 */
final class SentenceSet {
    private static final String FILE = "atlas.sentences";
    private static final int INVENTED = 2_000;

    private SentenceSet() {}

    static List<String> read() throws IOException {
        String file = System.getProperty(FILE);
        List<String> sentences = new ArrayList<>();
        if (file != null) {
            Lines.each(Path.of(file), line -> sentences.add(line.path("text").asText()));
            return sentences;
        }
        while (sentences.size() < INVENTED) {
            Catalogue.bundled().types().forEach(type -> {
                sentences.addAll(type.counts());
                sentences.addAll(type.countsNot());
            });
        }
        return sentences;
    }
}
