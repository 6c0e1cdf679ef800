package io.conductatlas.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;

/** One label against all other texts: a linear support vector machine with squared hinge loss. */
final class LinearTrainer {
    private static final double PRECISION = 0.01;

    private LinearTrainer() {}

    static Model train(Feature[][] rows, List<LabelledText> texts, String label, int columns, double cost) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = columns;
        problem.x = rows;
        problem.y = texts.stream()
                .mapToDouble(text -> text.labels().contains(label) ? 1 : -1)
                .toArray();
        problem.bias = -1;
        return Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, PRECISION));
    }

    static double score(Model model, Feature[] row) {
        double[] value = new double[1];
        Linear.predictValues(model, row, value);
        return model.getLabels()[0] == 1 ? value[0] : -value[0];
    }

    /** The weights by column from 1, each speaking for the label where it is positive. */
    static double[] weights(Model model, int columns) {
        double[] weights = new double[columns + 1];
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        // every call copies them all
        double[] raw = model.getFeatureWeights();
        for (int column = 1; column <= columns; column++) {
            weights[column] = sign * raw[column - 1];
        }
        return weights;
    }
}
