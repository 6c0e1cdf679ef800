package io.conductatlas.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The plain method: TF-IDF over words and pairs of words, one linear support vector machine a label, thresholds fitted
 * on the development set. No rule, no knowledge of agreements.
 */
public final class Baseline {
    private static final double COST = 1;
    private static final int RAREST = 2;

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Double> weights = new ArrayList<>();

    private Baseline(List<LabelledText> texts) {
        Map<String, Integer> frequency = new HashMap<>();
        texts.forEach(text -> terms(text.text()).keySet().forEach(term -> frequency.merge(term, 1, Integer::sum)));
        frequency.entrySet().stream()
                .filter(entry -> entry.getValue() >= RAREST)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    columns.put(entry.getKey(), columns.size() + 1);
                    weights.add(Math.log((1.0 + texts.size()) / (1.0 + entry.getValue())) + 1);
                });
    }

    private static Map<String, Integer> terms(String text) {
        String[] words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" ");
        Map<String, Integer> terms = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            terms.merge(words[i], 1, Integer::sum);
            if (i + 1 < words.length) {
                terms.merge(words[i] + " " + words[i + 1], 1, Integer::sum);
            }
        }
        return terms;
    }

    private Feature[] row(String text) {
        List<FeatureNode> nodes = new ArrayList<>();
        double sum = 0;
        for (Map.Entry<String, Integer> term : terms(text).entrySet()) {
            Integer column = columns.get(term.getKey());
            if (column != null) {
                double value = (1 + Math.log(term.getValue())) * weights.get(column - 1);
                sum += value * value;
                nodes.add(new FeatureNode(column, value));
            }
        }
        double length = Math.sqrt(sum);
        nodes.forEach(node -> node.setValue(node.getValue() / length));
        nodes.add(new FeatureNode(columns.size() + 1, 1));
        nodes.sort(Comparator.comparingInt(FeatureNode::getIndex));
        return nodes.toArray(Feature[]::new);
    }

    /**
     * Trains, and writes predictions in the order of the development set.
     *
     * @param args TRAIN.jsonl DEVELOPMENT.jsonl PREDICTIONS.jsonl
     */
    public static void main(String[] args) throws IOException {
        Linear.disableDebugOutput();
        List<LabelledText> training = LabelledText.read(Path.of(args[0]));
        List<LabelledText> development = LabelledText.read(Path.of(args[1]));
        Baseline baseline = new Baseline(training);
        Feature[][] rows =
                training.stream().map(text -> baseline.row(text.text())).toArray(Feature[][]::new);
        Feature[][] held =
                development.stream().map(text -> baseline.row(text.text())).toArray(Feature[][]::new);
        List<List<String>> given = new ArrayList<>();
        development.forEach(text -> given.add(new ArrayList<>()));
        for (String label : LabelledText.labels(training)) {
            Model model = LinearTrainer.train(rows, training, label, baseline.columns.size() + 1, COST);
            double[] scores = Arrays.stream(held)
                    .mapToDouble(row -> LinearTrainer.score(model, row))
                    .toArray();
            double threshold = Thresholds.best(development, scores, label);
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] > threshold) {
                    given.get(i).add(label);
                }
            }
        }
        ObjectMapper json = new ObjectMapper();
        try (PrintStream out = new PrintStream(args[2], StandardCharsets.UTF_8)) {
            for (List<String> labels : given) {
                out.println(json.writeValueAsString(Map.of("labels", labels)));
            }
        }
    }
}
