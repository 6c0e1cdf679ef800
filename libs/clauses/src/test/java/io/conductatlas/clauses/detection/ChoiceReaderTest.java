package io.conductatlas.clauses.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.documents.markdown.MarkdownReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sentence stands after a clause of its own, so that whether it is a step or a deadline is all that can differ. */
class ChoiceReaderTest {
    private static final ProvisionDetector DETECTOR = new ProvisionDetector(Catalogue.bundled());
    private static final String CLAUSE = "Any dispute with Larkfield shall be settled by binding arbitration. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may opt out of it.",
                "You can always turn off personalised suggestions.",
                "You have the right to withdraw your consent at any time.",
                "To opt out, please email privacy@larkfield.example.",
                "To opt out of measurement, visit our choices page.",
                "Please visit the privacy page to manage your choices.",
                "We will do so unless you opt out.",
                "Opt out of measurement at any time by changing a setting of your account.",
                "You can decline by writing to the address below.",
                "Members are entitled to object to this use.",
                "Use the link \u201CDo Not Sell My Personal Information\u201D.",
            })
    void isAStep(String sentence) {
        assertThat(choice(sentence).steps()).extracting(Quote::text).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We read the position of a device even where its settings forbid it.",
                "Information you shared through the device settings is kept.",
                "You may not opt out of it.",
                "Even if you unsubscribe, we may write to you about your account.",
                "Withdrawing consent does not affect the lawfulness of what was done before.",
                "When you opt out, a cookie remembers your preference.",
                "This part survives the end of the agreement, including cancellation of or unsubscribing from a newsletter.",
                "You may choose to provide further information in a form.",
            })
    void isNoStep(String sentence) {
        assertThat(choice(sentence).steps()).extracting(Quote::text).doesNotContain(sentence);
    }

    @Test
    void whatRefersBackIsFoundLaterInTheParagraph() {
        String aside =
                "An arbitrator reads letters in the morning. The rooms have windows to the yard. Tea is served at noon. ";
        String step = "You may opt out of it.";

        assertThat(choice(aside + step).steps()).extracting(Quote::text).contains(step);
        assertThat(choice(aside + "\n\n" + step).steps())
                .extracting(Quote::text)
                .doesNotContain(step);
        assertThat(choice(aside + aside + step).steps()).extracting(Quote::text).doesNotContain(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You may opt out by writing to us within 30 days of acceptance.",
                "You must tell us within fourteen days if you object.",
                "Any claim must be filed within one year after it arose.",
                "You have 60 days to appeal.",
                "We will give you notice at least 30 days before the change takes effect.",
                "You can decline the new terms before 1 March 2027 (that is, before March 1).",
                "Within 10 days of the decision you may ask for a second look.",
            })
    void isADeadline(String sentence) {
        assertThat(choice(sentence).deadlines()).extracting(Quote::text).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We answer a request within 45 days.",
                "We will acknowledge your request within 10 business days.",
                "You may ask for a copy two times within a 12-month period.",
                "The arbitrator decides within 120 days of the first hearing.",
                "Records are preserved for 90 days.",
                "For the version effective until December 15, 2026, look here.",
            })
    void isNoDeadline(String sentence) {
        assertThat(choice(sentence).deadlines()).extracting(Quote::text).doesNotContain(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You can turn off the reading of places in photographs.",
                "You may ask for a list of larks within 30 days, and you must do it within 30 days.",
            })
    void isOfAnotherParagraphThatSpeaksOfSomethingElse(String sentence) {
        assertThat(choice("\n\n" + sentence).steps()).isEmpty();
        assertThat(choice("\n\n" + sentence).deadlines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"You can opt out of this at any time.", "You may decline arbitration by writing to us."})
    void isOfAnotherParagraphThatSpeaksOfTheSame(String sentence) {
        assertThat(choice("\n\n" + sentence).steps()).extracting(Quote::text).containsExactly(sentence);
    }

    private static Choice choice(String sentence) {
        return DETECTOR.detect(new MarkdownReader().read(CLAUSE + sentence)).stream()
                .filter(found -> found.type().equals("mandatory-arbitration") && found.polarity() == Polarity.STATED)
                .findFirst()
                .orElseThrow()
                .choice();
    }
}
