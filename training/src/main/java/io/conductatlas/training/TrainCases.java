package io.conductatlas.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.mapping.LabelSet;
import io.conductatlas.clauses.mapping.TextLabeller;
import io.conductatlas.clauses.model.ModelBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Trains the model of ToS;DR's cases. Thresholds come from cross-validation by service: a text is scored by a model
 * that has seen no text of its service.
 */
public final class TrainCases {
    private static final double COST = 1;
    private static final double SLOPE = 4;
    private static final int FOLDS = 5;
    private static final int MOST_FEATURES = 8_000;

    private final List<LabelledText> texts;
    private final List<String> labels;
    private final Function<String, List<String>> signs;

    private TrainCases(List<LabelledText> texts, List<String> labels, Function<String, List<String>> signs) {
        this.texts = texts;
        this.labels = labels;
        this.signs = signs;
    }

    private Map<String, double[]> crossValidated() {
        Map<String, double[]> scores = new LinkedHashMap<>();
        labels.forEach(label -> scores.put(label, new double[texts.size()]));
        List<String> services = List.copyOf(
                new TreeSet<>(texts.stream().map(LabelledText::document).toList()));
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> out = new HashSet<>();
            for (int i = fold; i < services.size(); i += FOLDS) {
                out.add(services.get(i));
            }
            List<LabelledText> seen = texts.stream()
                    .filter(text -> !out.contains(text.document()))
                    .toList();
            List<LabelledText> unseen =
                    texts.stream().filter(text -> out.contains(text.document())).toList();
            ModelTrainer trainer = new ModelTrainer(seen, signs, COST);
            Feature[][] held = trainer.held(unseen);
            System.err.printf(
                    "fold %d of %d: %d texts to train on, %d held out%n", fold + 1, FOLDS, seen.size(), unseen.size());
            for (String label : labels) {
                Model model = trainer.train(label);
                double[] all = java.util.Objects.requireNonNull(scores.get(label));
                int row = 0;
                for (int i = 0; i < texts.size(); i++) {
                    if (out.contains(texts.get(i).document())) {
                        all[i] = LinearTrainer.score(model, held[row++]);
                    }
                }
            }
        }
        return scores;
    }

    /**
     * Trains on all texts and writes the model, and what cross-validation says of each text.
     *
     * @param args MODEL.bin VERSION CROSS-VALIDATED.jsonl TRAIN.jsonl...
     */
    public static void main(String[] args) throws IOException {
        Linear.disableDebugOutput();
        Catalogue catalogue = Catalogue.bundled();
        ProvisionDetector rules = ProvisionDetector.withoutModel(catalogue);
        LabelSet cases = LabelSet.conditionsOf("tosdr", catalogue);
        List<LabelledText> texts = new ArrayList<>();
        for (String file : Arrays.asList(args).subList(3, args.length)) {
            texts.addAll(LabelledText.read(Path.of(file)));
        }
        TextLabeller labeller = new TextLabeller(rules, cases);
        Map<String, List<String>> known = new HashMap<>();
        TrainCases training =
                new TrainCases(texts, cases.labels(), text -> known.computeIfAbsent(text, labeller::signs));
        Map<String, double[]> scores = training.crossValidated();
        Map<String, Double> thresholds = new TreeMap<>();
        scores.forEach((label, of) -> thresholds.put(label, Thresholds.best(texts, of, label)));
        ObjectMapper json = new ObjectMapper();
        try (PrintStream out = new PrintStream(args[2], StandardCharsets.UTF_8)) {
            for (int i = 0; i < texts.size(); i++) {
                Map<String, Double> above = new TreeMap<>();
                for (String label : training.labels) {
                    double margin = java.util.Objects.requireNonNull(scores.get(label))[i]
                            - thresholds.getOrDefault(label, 0.0);
                    above.put(label, margin);
                }
                out.println(json.writeValueAsString(above));
            }
        }
        ModelTrainer trainer = new ModelTrainer(texts, training.signs, COST);
        List<ModelBuilder.Trained> trained = new ArrayList<>();
        for (String label : training.labels) {
            trained.add(trainer.trained(label, trainer.train(label), thresholds.getOrDefault(label, 0.0), SLOPE));
        }
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            ModelBuilder.write(trainer.model(args[1], trained, MOST_FEATURES), out);
        }
    }
}
