package io.conductatlas.clauses.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.detection.Quote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of types are held to: each type's own examples, and sentences that only mention its subject. */
class PlainStatementsTest {
    private static final PlainStatements PLAIN = PlainStatements.bundled(Texts.CATALOGUE);

    /** Types whose names say too little of any words to be named in a summary. */
    private static final Set<String> NEVER_NAMED = Set.of("user-duties", "service-discretion", "service-commitments");

    private static boolean states(String type, String sentence) {
        return !PLAIN.in(type, false, new Quote(0, sentence.length(), sentence), "Larkfield")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> seesAnExampleOfEachType() {
        return types().map(type -> DynamicTest.dynamicTest(
                type.slug(), () -> assertThat(type.counts()).anyMatch(example -> states(type.slug(), example))));
    }

    @TestFactory
    Stream<DynamicTest> seesNothingInWhatDoesNotCount() {
        // a denial is told apart by detection, and not here
        return types().filter(type -> !type.keepsDenials())
                .map(type -> DynamicTest.dynamicTest(
                        type.slug(),
                        () -> assertThat(type.countsNot()).noneMatch(example -> states(type.slug(), example))));
    }

    private static Stream<ProvisionType> types() {
        return Texts.CATALOGUE.types().stream().filter(type -> !NEVER_NAMED.contains(type.slug()));
    }

    @Test
    void hasStatementsForEveryOtherType() {
        assertThat(PlainStatements.part("states").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        types().map(ProvisionType::slug).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto-renewal | Larkfield Recurring Payments is one of our products.",
                "taxes | Larkfield Books, Larkfield Letters and Larkfield Tax are our products.",
                "refunds | You maintain a fair refund policy for those who buy from you.",
                "age-requirement | March 3, 2024: Clarified the age requirement of at least 16 years.",
                "age-requirement | Recent changes: users have to be at least 16 years old.",
                "retention-period | This policy explains how we use cookies and how long we keep your information.",
                "retention-period | For more information on how long data is retained, see our help pages.",
                "sale-of-personal-data | Developers must not sell personal data they receive through the interface.",
                "ai-training-on-content | You may not use our content to train your own models.",
                "ai-training-on-personal-data | We train our employees to use models of data with care.",
                "unilateral-change | You may update your policy settings at any time.",
                "unilateral-termination | You may terminate your account at any time.",
                "account-deletion-by-user | We may delete your account at any time.",
                "content-removal | Larkfield may remove, add or edit platform content.",
                "content-ownership | You do not own the content you make on a free plan.",
                "permitted-content | We do not allow content of that kind.",
                "automated-decisions | You have the right not to be subject to automated decisions.",
            })
    void isNotTakenInByMentions(String type, String sentence) {
        assertThat(states(type, sentence)).isFalse();
    }

    @Test
    void readsARowOfATableByItsFirstWords() {
        String cells = "We show ads. | " + "Larks sing. ".repeat(30) + " | We infer your interests.";

        assertThat(states("advertising-and-profiling", cells)).isTrue();
        assertThat(states("inferred-data", cells)).isFalse();
    }

    @Test
    void takesNoDenialFromATable() {
        String row = "Kestrel Mail | We do not sell your data";
        Quote quote = new Quote(0, row.length(), row);

        assertThat(PLAIN.in("sale-of-personal-data", false, quote, "Larkfield")).isNotEmpty();
        assertThat(PLAIN.in("sale-of-personal-data", true, quote, "Larkfield")).isEmpty();
    }

    @Test
    void refusesWhatTheCatalogueHasNot() {
        assertThatThrownBy(
                        () -> new PlainStatements(Texts.CATALOGUE, Map.of(), Map.of("no-such-group", List.of("word"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-group");
        assertThatThrownBy(() -> new PlainStatements(
                        Texts.CATALOGUE, Map.of("sale-of-personal-data", List.of("a (b")), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing ')'");
    }
}
