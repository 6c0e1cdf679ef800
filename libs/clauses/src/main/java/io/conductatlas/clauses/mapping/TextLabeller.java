package io.conductatlas.clauses.mapping;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.model.LinearModel;
import io.conductatlas.clauses.model.SentenceFeatures;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Labels pieces of text in the catalogue's words or in those of another set. */
public final class TextLabeller {
    private final ProvisionDetector detector;

    @Nullable
    private final LabelSet labels;

    private final MarkdownReader reader = new MarkdownReader();

    /** @param labels null for the catalogue's own types */
    public TextLabeller(ProvisionDetector detector, @Nullable LabelSet labels) {
        this.detector = detector;
        this.labels = labels;
    }

    /** Each label the text has, with how sure that is, from 0 to 1. */
    public Map<String, Double> label(String text) {
        if (labels == null) {
            Map<String, Double> all = new TreeMap<>();
            sentences(text)
                    .forEach(sentence -> sentence.found()
                            .forEach(label -> all.merge(
                                    (label.polarity() == Polarity.DENIED ? "!" : "") + label.type(),
                                    label.confidence(),
                                    Math::max)));
            return all;
        }
        LinearModel model = labels.model();
        if (model == null) {
            return labels.labels(sentences(text));
        }
        long[] signs = signs(text).stream().mapToLong(SentenceFeatures::sign).toArray();
        return labels.labels(model, model.scores(model.features(text, 0, text.length(), signs)));
    }

    /** The names of all rules that hold in a text: the catalogue's, and the label set's own. */
    public List<String> signs(String text) {
        List<String> all = new ArrayList<>(detector.signs(text));
        if (labels != null) {
            all.addAll(labels.signs(sentences(text)));
        }
        return all;
    }

    private List<LabelSet.Sentence> sentences(String text) {
        AgreementText agreement = reader.read(text.replace('\n', ' '));
        return agreement.sentences().stream()
                .map(sentence -> sentence.in(agreement.text()))
                .map(words -> new LabelSet.Sentence(words, detector.classify(words)))
                .toList();
    }
}
