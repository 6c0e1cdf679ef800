package io.conductatlas.clauses.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.detection.ProvisionDetector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each type's own examples are what its rules are held to. */
class CatalogueExamplesTest {
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(Catalogue.bundled());

    @TestFactory
    Stream<DynamicTest> findsWhatCounts() {
        return DETECTOR.catalogue().types().stream()
                .flatMap(type -> type.counts().stream()
                        .map(text -> DynamicTest.dynamicTest(
                                type.slug() + ": " + text,
                                () -> assertThat(typesOf(text)).contains(type.slug()))));
    }

    @TestFactory
    Stream<DynamicTest> leavesWhatDoesNotCount() {
        return DETECTOR.catalogue().types().stream()
                .flatMap(type -> type.countsNot().stream()
                        .map(text -> DynamicTest.dynamicTest(
                                type.slug() + ": " + text,
                                () -> assertThat(typesOf(text)).doesNotContain(type.slug()))));
    }

    private static List<String> typesOf(String text) {
        return DETECTOR.classify(text).stream()
                .filter(label -> label.polarity() == Polarity.STATED)
                .map(ProvisionDetector.Label::type)
                .toList();
    }
}
