package io.conductatlas.clauses.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BearingTest {
    private static final String FRAME = "# Larkfield Terms\n\n## Rules\n\n%s\n\nOur mascot is a lark.\n";

    private static Assessment assess(String before, String after) {
        return Texts.assess(FRAME.formatted(before), FRAME.formatted(after));
    }

    private static Set<String> types(Assessment assessment) {
        return assessment.provisions().stream().map(AssessedProvision::type).collect(Collectors.toSet());
    }

    private static String told(Assessment assessment) {
        return assessment.title() + " "
                + assessment.summary().stream().map(Statement::text).collect(Collectors.joining(" "));
    }

    @Test
    void namesWhatTheChangedWordsSpeakOf() {
        Assessment assessment = assess("", "Any dispute is settled by binding arbitration and not in court.");

        assertThat(types(assessment)).contains("mandatory-arbitration");
        assertThat(told(assessment)).contains("binding arbitration instead of a court");
    }

    @Test
    void quotesWithoutATopicWhatBesidesATopicChangedInItsSentence() {
        Assessment assessment = assess(
                "Larks sing at noon.\n\nOwls sleep.\n\nWe share personal data with service providers who host our lamps in the tower.",
                "Larks hum at noon.\n\nOwls sleep.\n\nWe share personal data with service providers who host our lanterns in the tower.");

        assertThat(types(assessment)).doesNotContain("service-providers");
        assertThat(told(assessment))
                .doesNotContain("language describing")
                .contains(
                        "changed wording in 2 places, partly in sentences on how personal data reach service providers.")
                .contains("“Rules”")
                .contains("lanterns");
        assertThat(assessment.blocks().stream().flatMap(block -> block.statements().stream()))
                .extracting(Statement::text)
                .contains(
                        "The words that changed stand partly in sentences on how personal data reach service providers; "
                                + "what they do to it has to be read from the passages quoted.");
    }

    @Test
    void severalSmallGainsDoNotOutweighOneHeavierLoss() {
        Assessment assessment = assess(
                "",
                "We use your drafts and your instructions to train our models unless you opt out."
                        + " You can opt out in the settings at any time; drafts written before remain in training sets."
                        + " Content of business customers is never used for training.");

        assertThat(assessment.provisions())
                .filteredOn(provision -> provision.direction() == Direction.POSITIVE)
                .hasSizeGreaterThan(2);
        assertThat(assessment.direction()).isEqualTo(Direction.NEGATIVE);
    }

    @Test
    void namesNoTopicForAWordThatOnlySoundsLikeIt() {
        Assessment assessment =
                assess("", "Notes do not represent the view of Larkfield and cannot be edited by our team.");

        assertThat(types(assessment)).doesNotContain("warranty-disclaimer");
        assertThat(told(assessment)).contains("Notes do not represent");
    }

    @Test
    void namesATopicWhoseDenialWasTurned() {
        Assessment assessment =
                assess("We do not sell your personal information.", "We sell your personal information.");

        assertThat(types(assessment)).contains("sale-of-personal-data");
    }

    @Test
    void namesATopicForAnItemThatCameUnderItsIntroduction() {
        Assessment assessment = assess(
                "You must not use the service to:\n\n- harass others.",
                "You must not use the service to:\n\n- harass others.\n- fly kites over the tower at night.");

        assertThat(types(assessment)).contains("acceptable-use");
    }

    @Test
    void saysOfADenialThatItHasExceptions() {
        Assessment assessment =
                assess("", "We do not sell your personal information, except to members of the Larkfield club.");

        assertThat(told(assessment)).contains("personal data are not sold (with exceptions)");
    }

    @Test
    void readsNoDenialFromANoticeThatIsNotGiven() {
        Assessment assessment = assess(
                "",
                "Larkfield reserves the right to change the guide, the rates and other terms at any time without notice.");

        assertThat(assessment.provisions())
                .filteredOn(provision -> provision.type().equals("unilateral-change"))
                .isNotEmpty()
                .allMatch(provision -> provision.polarity() == Polarity.STATED);
    }

    @Test
    void claimsNoShiftOfAClauseForAWordInAnotherClauseOfItsSentence() {
        String list = "You may not: (a) build a product that competes with Larkfield;"
                + " (b) hide the name of the lark; (c) sing in the tower; %s(d) sell seeds.";

        Assessment assessment =
                assess(list.formatted(""), list.formatted("(e) show the songs to a language model for its training; "));

        assertThat(types(assessment)).doesNotContain("competitive-use");
    }

    @Test
    void readsNoUseOfDataFromAWarningOnTrainingData() {
        Assessment assessment =
                assess("", "You acknowledge that data used to train AI models may be of poor quality or biased.");

        assertThat(types(assessment)).doesNotContain("ai-training-on-personal-data");
    }

    @Test
    void readsNoPermissionToUseTheServiceFromALicencePeopleGive() {
        Assessment assessment =
                assess("", "When you write to the lark, you hereby grant us a worldwide license to print your letter.");

        assertThat(types(assessment)).doesNotContain("licence-to-service");
    }

    @Test
    void claimsNoShiftForANegationThatCameWithAClauseOfItsOwn() {
        Assessment assessment = assess(
                "We collect your name and e-mail address.",
                "We collect your name and e-mail address, and if the account of the lark does not have a password a letter to it.");

        assertThat(assessment.provisions())
                .extracting(AssessedProvision::effect)
                .doesNotContain(Effect.WEAKENED, Effect.STRENGTHENED);
    }

    @Test
    void readsNoDenialFromWhatTheReaderDoesNotWish() {
        Assessment assessment =
                assess("", "If you do not wish to receive personalized advertising, close the shutters.");

        assertThat(assessment.provisions()).noneMatch(provision -> provision.polarity() == Polarity.DENIED);
    }

    @Test
    void readsNoSaleFromAListOfThingsThatAreNotDone() {
        Assessment assessment = assess(
                "", "We do not use the letters to contact people, build profiles of them, or sell that information.");

        assertThat(assessment.provisions())
                .noneMatch(provision ->
                        provision.type().equals("sale-of-personal-data") && provision.polarity() == Polarity.STATED);
    }

    @Test
    void readsNoLimitOfLiabilityFromAProofThatFrees() {
        Assessment assessment = assess(
                "",
                "Larkfield stays liable for its helpers unless it proves that it is not responsible for the event.");

        assertThat(types(assessment)).doesNotContain("limitation-of-liability");
    }

    @Test
    void readsNoDutyToArbitrateFromARightToInvokeIt() {
        Assessment assessment = assess(
                "",
                "You have the possibility, under certain conditions, to invoke binding arbitration for complaints.");

        assertThat(types(assessment)).doesNotContain("mandatory-arbitration");
    }

    @Test
    void readsNoProvisionFromTheNameOfAnotherDocument() {
        Assessment assessment = assess("", "Larkfield's Monetization Terms apply to any songs you offer in the tower.");

        assertThat(types(assessment)).doesNotContain("payout-conditions");
    }

    @Test
    void quotesOfALongNewPassageTheNewestSentenceBesideTheOneThatShowsItsTopic() {
        Assessment assessment = assess(
                "",
                "Kestrels, buzzards and ospreys circle over heathland, moorland and estuary whenever thermals rise."
                        + " You may not harass others.");

        assertThat(told(assessment)).contains("You may not harass others").contains("Kestrels, buzzards");
    }

    @Test
    void knowsTellingWordsForEveryType() {
        assertThat(TellingWords.file().keySet())
                .containsExactlyInAnyOrderElementsOf(Texts.CATALOGUE.types().stream()
                        .map(ProvisionType::slug)
                        .toList());
    }

    @Test
    void refusesTellingWordsOfATypeThatIsNotThere() {
        assertThatThrownBy(() -> new TellingWords(Texts.CATALOGUE, Map.of("no-such-type", List.of("word"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-type");
    }
}
