package io.conductatlas.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Model;
import io.conductatlas.clauses.model.LinearModel;
import io.conductatlas.clauses.model.ModelBuilder;
import io.conductatlas.clauses.model.SentenceFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Trains a model over words, letters and rules. The same texts and the same catalogue give the same file.
 *
 * <p>A word is learnt when it stands in three contracts or more, any other feature when it stands in two: what only one
 * company writes says nothing about the next.
 */
final class ModelTrainer {
    private static final int CONTRACTS_OF_A_WORD = 3;
    private static final int CONTRACTS_OF_A_FEATURE = 2;

    private final Function<String, List<String>> signs;
    private final double cost;
    private final ModelBuilder builder;
    private final List<LabelledText> texts;
    private final Feature[][] features;

    /**
     * @param signs names the rules that hold in a text
     * @param cost what a mistake in training costs; more fits closer
     */
    ModelTrainer(List<LabelledText> texts, Function<String, List<String>> signs, double cost) {
        this.texts = List.copyOf(texts);
        this.signs = signs;
        this.cost = cost;
        this.builder = new ModelBuilder(vocabulary(texts));
        List<ModelBuilder.Row> rows = rows(texts);
        chooseColumns(texts, rows);
        this.features = rows.stream().map(this::features).toArray(Feature[][]::new);
    }

    private static List<String> vocabulary(List<LabelledText> texts) {
        Map<String, Set<String>> contracts = new HashMap<>();
        texts.forEach(text -> SentenceFeatures.words(text.text())
                .forEach(word ->
                        contracts.computeIfAbsent(word, w -> new HashSet<>()).add(text.document())));
        return contracts.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= CONTRACTS_OF_A_WORD)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private List<ModelBuilder.Row> rows(List<LabelledText> texts) {
        return texts.stream()
                .map(text -> builder.row(text.text(), signs.apply(text.text())))
                .toList();
    }

    private void chooseColumns(List<LabelledText> texts, List<ModelBuilder.Row> rows) {
        Map<Integer, Set<String>> contracts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int key : rows.get(i).keys()) {
                Set<String> of = contracts.computeIfAbsent(key, k -> new HashSet<>(4));
                if (of.size() < CONTRACTS_OF_A_FEATURE) {
                    of.add(texts.get(i).document());
                }
            }
        }
        contracts.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= CONTRACTS_OF_A_FEATURE)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(builder::column);
    }

    private Feature[] features(ModelBuilder.Row row) {
        List<Feature> nodes = new ArrayList<>();
        nodes.add(new FeatureNode(1, 1));
        for (int i = 0; i < row.keys().length; i++) {
            int column = builder.columnOf(row.keys()[i]);
            if (column > 0) {
                nodes.add(new FeatureNode(column + 1, row.values()[i]));
            }
        }
        nodes.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
        return nodes.toArray(Feature[]::new);
    }

    /** The rows of other texts, as the trained labels read them. */
    Feature[][] held(List<LabelledText> others) {
        return rows(others).stream().map(this::features).toArray(Feature[][]::new);
    }

    Model train(String label) {
        return LinearTrainer.train(features, texts, label, builder.columns() + 1, cost);
    }

    /** A label as the model's file holds it. */
    ModelBuilder.Trained trained(String label, Model model, double threshold, double slope) {
        double[] weights = LinearTrainer.weights(model, builder.columns() + 1);
        return new ModelBuilder.Trained(label, threshold, slope, Arrays.copyOfRange(weights, 1, weights.length));
    }

    LinearModel model(String version, List<ModelBuilder.Trained> labels, int most) {
        return builder.model(version, labels, most);
    }
}
