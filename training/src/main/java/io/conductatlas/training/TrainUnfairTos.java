package io.conductatlas.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.model.ModelBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trains the model of terms that may be unfair to consumers. */
public final class TrainUnfairTos {
    private static final double COST = 0.5;
    private static final double SLOPE = 4;
    private static final int MOST_FEATURES = 50_000;

    private TrainUnfairTos() {}

    /**
     * Trains on one corpus, fits thresholds on another, and writes the model.
     *
     * @param args TRAIN.jsonl DEVELOPMENT.jsonl MODEL.bin VERSION
     */
    public static void main(String[] args) throws IOException {
        Linear.disableDebugOutput();
        List<LabelledText> training = LabelledText.read(Path.of(args[0]));
        List<LabelledText> development = LabelledText.read(Path.of(args[1]));
        ProvisionDetector rules = ProvisionDetector.withoutModel(Catalogue.bundled());
        ModelTrainer trainer = new ModelTrainer(training, rules::signs, COST);
        Feature[][] held = trainer.held(development);
        List<ModelBuilder.Trained> trained = new ArrayList<>();
        for (String label : LabelledText.labels(training)) {
            Model model = trainer.train(label);
            double[] scores = Arrays.stream(held)
                    .mapToDouble(row -> LinearTrainer.score(model, row))
                    .toArray();
            trained.add(trainer.trained(label, model, Thresholds.best(development, scores, label), SLOPE));
        }
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            ModelBuilder.write(trainer.model(args[3], trained, MOST_FEATURES), out);
        }
    }
}
