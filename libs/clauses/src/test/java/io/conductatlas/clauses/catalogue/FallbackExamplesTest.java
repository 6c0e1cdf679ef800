package io.conductatlas.clauses.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each fallback's own examples, under the heading they have, are what it is held to. */
class FallbackExamplesTest {
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(Catalogue.bundled());

    @TestFactory
    Stream<DynamicTest> findsWhatCounts() {
        return DETECTOR.catalogue().fallbacks().stream()
                .flatMap(fallback -> fallback.counts().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                fallback.type() + ": " + example.text(),
                                () -> assertThat(typesOf(example)).contains(fallback.type()))));
    }

    @TestFactory
    Stream<DynamicTest> leavesWhatDoesNotCount() {
        return DETECTOR.catalogue().fallbacks().stream()
                .flatMap(fallback -> fallback.countsNot().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                fallback.type() + ": " + example.text(),
                                () -> assertThat(typesOf(example)).doesNotContain(fallback.type()))));
    }

    private static List<String> typesOf(Fallback.Example example) {
        String heading = example.heading().isEmpty() ? "" : "\n\n## " + example.heading();
        return DETECTOR.detect(new MarkdownReader().read("# Brightwell" + heading + "\n\n" + example.text())).stream()
                .map(DetectedProvision::type)
                .toList();
    }
}
