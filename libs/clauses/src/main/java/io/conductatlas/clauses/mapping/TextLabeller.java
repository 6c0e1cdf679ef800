package io.conductatlas.clauses.mapping;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
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
        AgreementText agreement = reader.read(text.replace('\n', ' '));
        List<LabelSet.Sentence> sentences = agreement.sentences().stream()
                .map(sentence -> sentence.in(agreement.text()))
                .map(words -> new LabelSet.Sentence(words, detector.classify(words)))
                .toList();
        if (labels == null) {
            Map<String, Double> all = new TreeMap<>();
            sentences.forEach(sentence -> sentence.found()
                    .forEach(label -> all.merge(
                            (label.polarity() == Polarity.DENIED ? "!" : "") + label.type(),
                            label.confidence(),
                            Math::max)));
            return all;
        }
        Map<String, Double> all = new TreeMap<>(labels.labels(sentences));
        if (labels.asksTheModel()) {
            all.putAll(labels.labels(detector.model(text)));
        }
        return all;
    }
}
