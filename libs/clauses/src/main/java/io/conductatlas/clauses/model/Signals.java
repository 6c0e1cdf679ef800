package io.conductatlas.clauses.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Turns of phrase that the model reads beside single words. A signal finds nothing by itself; the model weighs it.
 *
 * @param phrases by name, in the order of the file
 */
public record Signals(Map<String, List<String>> phrases) {
    public Signals {
        phrases = Collections.unmodifiableMap(new LinkedHashMap<>(phrases));
    }

    /** The signals that come with this library. */
    public static Signals bundled() {
        try (InputStream in = Signals.class.getResourceAsStream("/model/signals.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the file of signals is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Signals read(String yaml) {
        Map<String, List<Object>> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Map<String, List<String>> all = new LinkedHashMap<>();
        root.forEach((name, phrases) -> {
            List<String> texts = new ArrayList<>();
            phrases.forEach(phrase -> texts.add(String.valueOf(phrase)));
            all.put(name, List.copyOf(texts));
        });
        return new Signals(all);
    }
}
