package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.model.LinearModel;
import io.conductatlas.clauses.model.SentenceFeatures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trained model as one more rule: which of the catalogue's types its labels stand for, and why it says so. */
final class TrainedModel {
    /** What stands as the rule's name in {@link Evidence}. */
    static final String NAME = "model";

    static final TrainedModel NONE = new TrainedModel(null);

    private static final int REASONS = 3;

    /** From which confidence the model finds a provision by itself. */
    private static final double SURE = 0.6;

    /**
     * Signals that speak against a label, or for it only beside others: of the 1,408 sentences of the training corpus that have no others,
     * the model found a label in 17.
     */
    private static final Set<String> NEVER_ALONE = Set.of(
            "a-binding",
            "a-powers",
            "a-procedure",
            "ch-by-user",
            "ch-effective",
            "ch-review",
            "cr-by-user",
            "cr-no-duty",
            "law-enforcement-disclosure",
            "law-mandatory",
            "ltd-indemnity",
            "ltd-jurisdictions",
            "ltd-kept",
            "ltd-others-acts",
            "ltd-release",
            "ltd-user-liable",
            "ltd-warranty",
            "ltd-without",
            "ter-after",
            "ter-by-user",
            "use-applies",
            "use-if-not");

    private static final Map<String, String> TYPES = Map.of(
            "A", "mandatory-arbitration",
            "CH", "unilateral-change",
            "CR", "content-removal",
            "J", "exclusive-venue",
            "LAW", "governing-law",
            "LTD", "limitation-of-liability",
            "TER", "unilateral-termination",
            "USE", "acceptance-by-use");

    /** A type the model finds in a sentence. */
    record Finding(String type, double confidence, List<Evidence> why) {}

    private final @Nullable LinearModel model;

    private TrainedModel(@Nullable LinearModel model) {
        this.model = model;
    }

    static TrainedModel bundled() {
        return new TrainedModel(LinearModel.bundled("unfair-tos"));
    }

    /**
     * Whether a signal is a reason to ask the model: it speaks for one label, whose name its own begins with, and the model at times
     * finds one in sentences that have no signal but this.
     */
    static boolean isReasonToAsk(String signal) {
        int dash = signal.indexOf('-');
        return dash > 0
                && TYPES.containsKey(signal.substring(0, dash).toUpperCase(Locale.ROOT))
                && !NEVER_ALONE.contains(signal);
    }

    /** The name under which the model knows that rules found a type. */
    static String sign(String type, Polarity polarity) {
        return (polarity == Polarity.DENIED ? "!" : "") + type;
    }

    List<Finding> findings(String text, ReadSentence sentence, long[] signs) {
        if (model == null) {
            return List.of();
        }
        SentenceFeatures features = model.features(text, sentence.start(), sentence.end(), signs);
        double[] scores = model.scores(features);
        List<Finding> found = new ArrayList<>();
        for (int label = 0; label < scores.length; label++) {
            if (scores[label] > 0) {
                double confidence = model.confidence(label, scores[label]);
                String type = TYPES.get(model.labels().get(label));
                if (confidence >= SURE && type != null) {
                    List<Evidence> why = new ArrayList<>();
                    for (LinearModel.Contribution reason : model.reasons(features, label, REASONS)) {
                        why.add(new Evidence(
                                NAME,
                                "weight +" + BigDecimal.valueOf(reason.weight()).setScale(3, RoundingMode.HALF_UP),
                                Quote.of(text, reason.start(), reason.end())));
                    }
                    found.add(new Finding(type, Math.round(confidence * 100) / 100.0, why));
                }
            }
        }
        return found;
    }
}
