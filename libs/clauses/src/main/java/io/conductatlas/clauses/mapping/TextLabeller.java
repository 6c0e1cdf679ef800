package io.conductatlas.clauses.mapping;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Labels pieces of text, sentence by sentence, in the catalogue's words or in those of another set. */
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

    /** Each label the text has, with the highest score any of its sentences gives it. */
    public Map<String, Double> label(String text) {
        Map<String, Double> all = new TreeMap<>();
        if (labels != null && labels.asksTheModel()) {
            all.putAll(labels.labels(detector.model(text)));
        }
        AgreementText agreement = reader.read(text.replace('\n', ' '));
        for (Sentence sentence : agreement.sentences()) {
            String words = sentence.in(agreement.text());
            if (labels == null) {
                for (ProvisionDetector.Label label : detector.classify(words)) {
                    String slug = (label.polarity() == Polarity.DENIED ? "!" : "") + label.type();
                    all.merge(slug, label.confidence(), Math::max);
                }
            } else {
                labels.labels(words, detector.classify(words))
                        .forEach((label, score) -> all.merge(label, score, Math::max));
            }
        }
        return all;
    }
}
