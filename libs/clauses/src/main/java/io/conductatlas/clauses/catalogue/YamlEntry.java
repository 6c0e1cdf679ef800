package io.conductatlas.clauses.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in a file of the catalogue, whose faults are noted with file and line. */
final class YamlEntry {
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final List<String> faults;

    YamlEntry(String file, Node node, List<String> faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (values.put(key, tuple.getValueNode()) != null) {
                    fault(tuple.getKeyNode(), "\"" + key + "\" is there twice");
                }
            }
        } else {
            fault(node, "a mapping is expected here");
        }
    }

    void fault(String what) {
        fault(node, what);
    }

    /** Notes a fault at the line of a key. */
    void faultAt(String key, String what) {
        Node value = values.get(key);
        fault(value == null ? node : value, what);
    }

    private void fault(Node at, String what) {
        faults.add(file + ":" + (at.getStartMark().getLine() + 1) + ": " + what);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text under a key, which has to be there. */
    String text(String key) {
        String text = textOr(key, null);
        if (text == null || text.isBlank()) {
            fault(values.getOrDefault(key, node), "\"" + key + "\" is missing");
            return "?";
        }
        return text;
    }

    String optionalText(String key) {
        String text = textOr(key, "");
        return text == null ? "" : text;
    }

    private @Nullable String textOr(String key, @Nullable String otherwise) {
        read.add(key);
        Node value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        fault(value, "\"" + key + "\" has to be a text");
        return otherwise;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        String text = textOr(key, null);
        if (text == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        faultAt(key, "\"" + text + "\" is none of " + List.of(type.getEnumConstants()));
        return otherwise;
    }

    double number(String key, double otherwise) {
        String text = textOr(key, null);
        if (text == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            faultAt(key, "\"" + text + "\" is not a number");
            return otherwise;
        }
    }

    /** The texts under a key; one text alone is a list of one. */
    List<String> texts(String key) {
        read.add(key);
        Node value = values.get(key);
        return value == null ? List.of() : texts(value);
    }

    private List<String> texts(Node value) {
        if (value instanceof ScalarNode scalar) {
            return List.of(scalar.getValue().strip());
        }
        List<String> all = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                    all.add(scalar.getValue().strip());
                } else {
                    fault(item, "a text is expected here");
                }
            }
        } else {
            fault(value, "a list of texts is expected here");
        }
        return all;
    }

    /** A list of lists of texts; a plain list is a list of one. */
    List<List<String>> textLists(String key) {
        read.add(key);
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence
                && sequence.getValue().stream().anyMatch(SequenceNode.class::isInstance)) {
            return sequence.getValue().stream().map(this::texts).toList();
        }
        return List.of(texts(value));
    }

    /** The lists of phrases under a key, each with a way to note a fault at its line. */
    List<YamlEntry> entries(String key) {
        read.add(key);
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlEntry(file, item, faults))
                    .toList();
        }
        fault(value, "\"" + key + "\" has to be a list");
        return List.of();
    }

    /** A mapping from names to texts. */
    Map<String, String> textMap(String key) {
        read.add(key);
        Node value = values.get(key);
        Map<String, String> all = new LinkedHashMap<>();
        if (value == null) {
            return all;
        }
        YamlEntry entry = new YamlEntry(file, value, faults);
        for (String name : entry.values.keySet()) {
            all.put(name, entry.text(name));
        }
        return all;
    }

    /** Notes every key nobody asked for. */
    void nothingElse() {
        for (Map.Entry<String, Node> value : values.entrySet()) {
            if (!read.contains(value.getKey())) {
                fault(value.getValue(), "nobody knows what \"" + value.getKey() + "\" is");
            }
        }
    }
}
