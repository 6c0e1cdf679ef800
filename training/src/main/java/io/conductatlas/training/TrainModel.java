package io.conductatlas.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.model.LinearModel;
import io.conductatlas.clauses.model.ModelBuilder;
import io.conductatlas.clauses.model.SentenceFeatures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains the model over words, letters and rules. The same texts and the same catalogue give the same file.
 *
 * <p>A word is learnt when it stands in three contracts or more, any other feature when it stands in two: what only one
 * company writes says nothing about the next.
 */
public final class TrainModel {
    private static final double COST = 0.5;
    private static final int CONTRACTS_OF_A_WORD = 3;
    private static final int CONTRACTS_OF_A_FEATURE = 2;
    private static final int MOST_FEATURES = 90_000;
    private static final double SLOPE = 4;

    private final ProvisionDetector rules = ProvisionDetector.withoutModel(Catalogue.bundled());
    private final ModelBuilder builder;

    private TrainModel(List<LabelledText> texts) {
        this.builder = new ModelBuilder(vocabulary(texts));
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
                .map(text -> builder.row(text.text(), rules.signs(text.text())))
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

    /**
     * Trains on one corpus, fits thresholds on another, and writes the model.
     *
     * @param args TRAIN.jsonl DEVELOPMENT.jsonl MODEL.bin VERSION
     */
    public static void main(String[] args) throws IOException {
        Linear.disableDebugOutput();
        List<LabelledText> training = LabelledText.read(Path.of(args[0]));
        List<LabelledText> development = LabelledText.read(Path.of(args[1]));
        TrainModel trainer = new TrainModel(training);
        List<ModelBuilder.Row> rows = trainer.rows(training);
        trainer.chooseColumns(training, rows);
        Feature[][] features = rows.stream().map(trainer::features).toArray(Feature[][]::new);
        Feature[][] held =
                trainer.rows(development).stream().map(trainer::features).toArray(Feature[][]::new);
        int columns = trainer.builder.columns() + 1;
        List<ModelBuilder.Trained> trained = new ArrayList<>();
        for (String label : LabelledText.labels(training)) {
            Model model = LinearTrainer.train(features, training, label, columns, COST);
            double[] scores = Arrays.stream(held)
                    .mapToDouble(row -> LinearTrainer.score(model, row))
                    .toArray();
            double[] weights = LinearTrainer.weights(model, columns);
            trained.add(new ModelBuilder.Trained(
                    label,
                    Thresholds.best(development, scores, label),
                    SLOPE,
                    Arrays.copyOfRange(weights, 1, weights.length)));
        }
        LinearModel model = trainer.builder.model(args[3], trained, MOST_FEATURES);
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            ModelBuilder.write(model, out);
        }
    }
}
