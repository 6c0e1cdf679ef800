package io.conductatlas.clauses.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Fallback;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Rule;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvisionDetectorTest {
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(Catalogue.bundled());

    @Test
    void quotesTheDocumentsOwnWordsAtTheirPlace() {
        AgreementText text = read("""
            # Terms

            ## Disputes

            Welcome to Brightwell. You and Brightwell agree to resolve any dispute through final and binding arbitration.
            """);

        List<DetectedProvision> found = DETECTOR.detect(text);

        assertThat(found).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo("mandatory-arbitration");
            assertThat(p.quotes())
                    .allSatisfy(q -> assertThat(q.isIn(text.text())).isTrue());
            assertThat(p.words())
                    .isEqualTo(
                            "You and Brightwell agree to resolve any dispute through final and binding arbitration.");
            assertThat(p.section()).contains("Disputes");
            assertThat(p.evidence()).isNotEmpty();
        });
    }

    @Test
    void takesNoHeadingAndNoMenuForAProvision() {
        AgreementText text = read("""
            # Mandatory Arbitration and Class Action Waiver

            - [Cookies](https://example.com/cookies)
            - [Binding arbitration](https://example.com/arbitration)

            ## Limitation of Liability.

            **Governing law**

            Binding Arbitration

            Hello.
            """);

        assertThat(DETECTOR.detect(text)).isEmpty();
    }

    @Test
    void takesNoNumberedTitleForAProvision() {
        assertThat(DETECTOR.detect(read("9.5 Costs of Arbitration."))).isEmpty();
        assertThat(DETECTOR.detect(read("9.5 The costs of arbitration are borne by the company.")))
                .isNotEmpty();
    }

    @Test
    void namesAClauseNoRuleFindsByItsHeading() {
        AgreementText text = read("""
            # Terms

            ## Refunds

            Write to the shop within four days and send the ticket back.

            The shop is painted blue and stands at the corner of two streets.

            ## Charms

            Write to the shop within four days and send the ticket back again.
            """);

        assertThat(DETECTOR.detect(text)).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo("refunds");
            assertThat(p.words()).startsWith("Write to the shop").endsWith("ticket back.");
            assertThat(p.confidence()).isLessThan(0.6);
            assertThat(p.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.rule()).isEqualTo("heading");
                assertThat(evidence.phrase()).isEqualTo("Refunds");
                assertThat(evidence.words().isIn(text.text())).isTrue();
            });
        });
    }

    @Test
    void doesNotGoByAHeadingThatNamesTwoTypes() {
        assertThat(DETECTOR.detect(read("""
            # Terms

            ## Refunds and taxes

            Write to the shop within four days and send the ticket back.
            """))).isEmpty();
    }

    @Test
    void looksForWeakSignsOnlyWhereRulesFindNothing() {
        AgreementText text = read("""
            # Terms

            ## Refunds

            We may suspend your account at any time. Write to the shop within four days and send the ticket back.
            """);

        assertThat(DETECTOR.detect(text))
                .extracting(DetectedProvision::type)
                .contains("unilateral-termination")
                .doesNotContain("refunds");
    }

    @Test
    void isNoSurerForSeveralWeakSignsThanForOne() {
        AgreementText text = read("""
            # Terms

            The jetty is owned by Reed and Daughters Ltd of Ruritania. Feedback can be sent to the boatman by post.
            """);

        assertThat(DETECTOR.detect(text)).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo("provider-identity");
            assertThat(p.evidence()).extracting(Evidence::rule).containsExactly("who-it-is", "how-to-reach");
            assertThat(p.confidence()).isEqualTo(Fallback.SUREST);
            assertThat(p.restsOnWeakSigns()).isTrue();
        });
    }

    @Test
    void isSurerForSeveralRulesThanForOne() {
        AgreementText one = read("Any dispute shall be settled by binding arbitration.");
        AgreementText several =
                read("Any dispute shall be settled by binding arbitration. The arbitrator will decide all questions.");

        assertThat(arbitration(one).confidence()).isEqualTo(Rule.CERTAIN);
        assertThat(arbitration(several).confidence()).isGreaterThan(Rule.CERTAIN);
    }

    @Test
    void takesAnExplainedWordForNoProvisionHoweverItIsExplained() {
        assertThat(DETECTOR.detect(
                        read("When we say \u201Cyour content\u201D in these terms, we mean what you share.")))
                .isEmpty();
    }

    @Test
    void readsADenialAsOne() {
        AgreementText text = read("We do not sell your personal information to anyone.");

        assertThat(DETECTOR.detect(text)).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo("sale-of-personal-data");
            assertThat(p.polarity()).isEqualTo(Polarity.DENIED);
            assertThat(p.severity()).isEqualTo(Severity.LOW);
        });
    }

    @Test
    void readsAListItemTogetherWithWhatIntroducesIt() {
        AgreementText text = read("""
            We may share your personal information with:

            - vendors that host our systems
            - advertising partners and networks
            """);

        List<DetectedProvision> found = DETECTOR.detect(text);

        assertThat(found)
                .extracting(DetectedProvision::type)
                .contains("service-providers", "third-party-advertising-and-analytics");
        assertThat(found).allSatisfy(p -> assertThat(p.quotes().get(0).text()).endsWith("with:"));
    }

    @Test
    void takesNoDefinitionForAProvision() {
        assertThat(DETECTOR.detect(
                        read("\u201CPersonal Data\u201D means any information such as a name or e-mail address.")))
                .isEmpty();
        assertThat(DETECTOR.detect(read("We collect personal information such as a name or e-mail address.")))
                .isNotEmpty();
    }

    @Test
    void countsItemsToTheClauseThatIntroducesThem() {
        AgreementText text = read("""
            You may not use the service to:

            (a) stalk another person in the street;

            (b) brew strong coffee at night.

            Coffee is brewed at night.
            """);

        assertThat(DETECTOR.detect(text))
                .filteredOn(p -> p.type().equals("acceptable-use"))
                .singleElement()
                .satisfies(p -> assertThat(p.words())
                        .contains("stalk")
                        .contains("(b) brew strong")
                        .doesNotContain("Coffee is"));
    }

    @Test
    void saysWhichWordsMovedTheModel() {
        AgreementText text = read("We may suspend or terminate your account at any time and for any reason.");

        assertThat(DETECTOR.detect(text))
                .filteredOn(p -> p.type().equals("unilateral-termination"))
                .singleElement()
                .satisfies(p -> assertThat(p.evidence())
                        .filteredOn(e -> e.rule().equals("model"))
                        .isNotEmpty()
                        .allSatisfy(e -> {
                            assertThat(e.phrase()).matches("weight \\+[0-9.]+");
                            assertThat(e.words().isIn(text.text())).isTrue();
                        }));
    }

    @Test
    void keepsNeighbouringSentencesOfOneClauseTogether() {
        AgreementText text = read("""
            ## Arbitration

            Any dispute shall be settled by binding arbitration. The arbitrator will decide all questions. Small claims \
            courts stay open to you.
            """);

        List<DetectedProvision> found = DETECTOR.detect(text).stream()
                .filter(p -> p.type().equals("mandatory-arbitration"))
                .toList();

        assertThat(found).singleElement().satisfies(p -> {
            assertThat(p.quotes()).hasSize(2);
            assertThat(p.factors()).extracting(NamedFactor::name).containsExactly("small-claims-kept");
            assertThat(p.severity()).isEqualTo(Severity.LOW);
        });
    }

    @Test
    void weighsByNamedFactors() {
        AgreementText plain = read("Any dispute shall be settled by binding arbitration.");
        AgreementText heavy =
                read("Any dispute shall be settled by binding arbitration on an individual basis, without a jury.");

        assertThat(arbitration(plain).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(arbitration(heavy).severity()).isEqualTo(Severity.HIGH);
        assertThat(arbitration(heavy).factors())
                .extracting(f -> f.name() + ": " + f.words().text())
                .containsExactly("class-claims-waived: individual basis", "jury-waived: jury");
    }

    @Test
    void readsOptOutsAndDeadlinesFromTheText() {
        AgreementText text =
                read("Disputes are settled by binding arbitration. You may opt out by writing to us within 30 days of"
                        + " acceptance.");

        Choice choice = arbitration(text).choice();

        assertThat(choice.stated()).isTrue();
        assertThat(choice.steps()).extracting(Quote::text).first().asString().startsWith("You may opt out");
        assertThat(choice.deadlines())
                .extracting(Quote::text)
                .first()
                .asString()
                .contains("within 30 days");
    }

    @Test
    void namesThePeopleATextSpeaksOf() {
        AgreementText text =
                read("If you are a resident of California, you may request that we delete your personal data.");

        assertThat(DETECTOR.detect(text))
                .anySatisfy(p -> assertThat(p.audiences()).contains("california-residents"));
    }

    @Test
    void survivesHostileText() {
        String hostile = "share ".repeat(20_000) + "not ".repeat(20_000) + "sell data ";

        assertThat(DETECTOR.detect(read(hostile))).isNotNull();
    }

    private static DetectedProvision arbitration(AgreementText text) {
        return DETECTOR.detect(text).stream()
                .filter(p -> p.type().equals("mandatory-arbitration"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void carriesWhatIntroducesAListThroughItsInnerLists() {
        AgreementText text = read("""
            ## Rules

            You may not use the service to:

            a. build anything that

            i. competes with the service or with its models,

            b. plan a heist.

            7. We may change these terms at any time.
            """);

        assertThat(typesOf(text, "b. plan a heist.")).containsExactly("acceptable-use");
        assertThat(typesOf(text, "We may change these terms at any time.")).containsExactly("unilateral-change");
    }

    @Test
    void givesAnItemOfAnInnerListWhatIntroducesBoth() {
        AgreementText text = read("""
            ## Recipients

            We share your personal data with:

            a. service providers:

            i. Larkfield Hosting,

            b. insurers and banks.
            """);

        assertThat(typesOf(text, "Larkfield Hosting,")).contains("service-providers");
        assertThat(typesOf(text, "b. insurers and banks.")).doesNotContain("service-providers");
    }

    @Test
    void doesNotExtendAListToASentenceThatStandsAlone() {
        AgreementText text = read("""
            ## Rules

            You may not use the service to:

            - stalk people,
            - We plant a tree for every ten members that join.
            - feed the ducks.
            """);

        assertThat(typesOf(text, "stalk people,")).contains("acceptable-use");
        assertThat(typesOf(text, "We plant a tree for every ten members that join."))
                .isEmpty();
    }

    @Test
    void takesAReferenceForNothingButAReference() {
        AgreementText text = read("""
            ## More

            For more information about how we collect your IP address and sell personal data, see our Privacy Policy.

            We collect your IP address.
            """);

        assertThat(typesOf(
                        text,
                        "For more information about how we collect your IP address and sell personal data, see our Privacy"
                                + " Policy."))
                .containsExactly("related-policy");
        assertThat(typesOf(text, "We collect your IP address.")).contains("device-and-usage");
    }

    @Test
    void takesNoTitleAtTheBeginningOfAnItemForAProvision() {
        AgreementText text = read("""
            ## Terms

            You agree to the following:

            - Binding Arbitration. You and we resolve any dispute through binding arbitration.
            """);

        assertThat(typesOf(text, "Binding Arbitration.")).isEmpty();
        assertThat(typesOf(text, "You and we resolve any dispute through binding arbitration."))
                .contains("mandatory-arbitration");
    }

    @Test
    void readsAListOfWhatIsForbiddenAsNothingTheServiceDoes() {
        AgreementText text = read("""
            ## Rules

            You may not:

            - collect the location of other members,
            - share their photos with third parties.
            """);

        assertThat(DETECTOR.detect(text))
                .extracting(DetectedProvision::type)
                .contains("acceptable-use")
                .doesNotContain("location", "shared-with-other-parties", "content-and-inputs");
    }

    @Test
    void readsADenialAsOneHoweverLongItIs() {
        assertThat(DETECTOR.classify(
                        "Brightwell does not use any of your sketches, recordings, notes, drawings, voice messages or other"
                                + " content to train its own or anybody's machine learning models."))
                .filteredOn(label -> label.type().startsWith("ai-training"))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.polarity()).isEqualTo(Polarity.DENIED));
        assertThat(DETECTOR.classify(
                        "We do not share your personal information with third parties for their own marketing."))
                .filteredOn(label -> label.type().equals("third-party-advertising-and-analytics"))
                .allSatisfy(label -> assertThat(label.polarity()).isEqualTo(Polarity.DENIED));
    }

    @Test
    void takesNoConditionForADenialOfWhatFollowsIt() {
        assertThat(polarities(
                        "mandatory-arbitration",
                        "If the quarrel is not over within 40 days, it shall be resolved by binding arbitration."))
                .containsExactly(Polarity.STATED);
        assertThat(polarities(
                        "mandatory-arbitration",
                        "Any dispute that is not ended at the table will be settled by final and binding arbitration."))
                .containsExactly(Polarity.STATED);
        assertThat(
                        polarities(
                                "licence-to-user-content",
                                "You grant us a worldwide, no-charge, irrevocable licence to reproduce and show the content you send in."))
                .containsExactly(Polarity.STATED);
        assertThat(polarities("sale-of-personal-data", "If you live in Ohio, we do not sell your personal data."))
                .containsExactly(Polarity.DENIED);
    }

    @Test
    void weighsSharingWithAdvertisersByWhatIsShared() {
        assertThat(severities("We share your email address with advertising partners. You can opt out of it."))
                .containsExactly(Severity.MEDIUM);
        assertThat(severities("We share the number of visits with advertising partners. You can opt out of it."))
                .containsExactly(Severity.LOW);
    }

    private static List<Severity> severities(String text) {
        return DETECTOR.detect(read(text)).stream()
                .filter(provision -> provision.type().equals("third-party-advertising-and-analytics"))
                .map(DetectedProvision::severity)
                .toList();
    }

    @Test
    void bindsVendorsOnlyByWordsAboutVendors() {
        String shared = "We share personal data with service providers that keep our ledgers.";

        assertThat(factorsOf(read(shared + " We disclose them as well where we have a legal obligation.")))
                .doesNotContain("limited-by-contract");
        assertThat(factorsOf(read("We share personal data with contractors that keep our ledgers.")))
                .doesNotContain("limited-by-contract");
        assertThat(factorsOf(read(shared + " They may use them only on our instructions.")))
                .contains("limited-by-contract");
        assertThat(factorsOf(read(shared + " Our contracts oblige them to keep the data secret and safe.")))
                .contains("limited-by-contract");
    }

    private static List<String> factorsOf(AgreementText text) {
        return DETECTOR.detect(text).stream()
                .filter(provision -> provision.type().equals("service-providers"))
                .flatMap(provision -> provision.factors().stream())
                .map(NamedFactor::name)
                .toList();
    }

    private static List<Polarity> polarities(String type, String sentence) {
        return DETECTOR.detect(read(sentence)).stream()
                .filter(provision -> provision.type().equals(type))
                .map(DetectedProvision::polarity)
                .toList();
    }

    /** The types of the provisions that quote these words. */
    private static List<String> typesOf(AgreementText text, String words) {
        assertThat(text.text()).contains(words);
        return DETECTOR.detect(text).stream()
                .filter(provision -> provision.quotes().stream()
                        .anyMatch(quote -> quote.text().equals(words)))
                .map(DetectedProvision::type)
                .toList();
    }

    private static AgreementText read(String markdown) {
        return new MarkdownReader().read(markdown);
    }
}
