package io.conductatlas.clauses.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import org.junit.jupiter.api.Test;

class ProvisionWriterTest {
    private static final ProvisionWriter WRITER = new ProvisionWriter(Texts.CATALOGUE);

    private static ProvisionRecord record(String markdown, String type) {
        AgreementText text = Texts.read(markdown);
        DetectedProvision provision = Texts.DETECTOR.detect(text).stream()
                .filter(p -> p.type().equals(type))
                .findFirst()
                .orElseThrow();
        return WRITER.write(provision, text);
    }

    @Test
    void fillsEveryFieldOfAProvision() {
        ProvisionRecord record = record(
                "We may share your device identifiers with advertising partners for their own purposes, including but not limited "
                        + "to marketing.",
                "third-party-advertising-and-analytics");

        assertThat(record.title()).isEqualTo("Sharing with advertising and analytics partners");
        assertThat(record.what()).isNotBlank();
        assertThat(record.why()).isNotBlank();
        assertThat(record.impact()).isNotBlank();
        assertThat(record.choices()).isNotEmpty();
        assertThat(record.regulations()).isNotEmpty().allSatisfy(article -> {
            assertThat(article.article()).isNotBlank();
            assertThat(article.why()).isNotBlank();
            assertThat(article.when()).isNotBlank();
        });
        assertThat(record.agencies()).doesNotHaveDuplicates().contains("Virginia Attorney General");
        assertThat(record.enforcement()).endsWith(".");
        assertThat(record.diligence()).isNotEmpty();
        assertThat(record.interpretiveNote())
                .isEqualTo(
                        "Among its words, “including but not limited to” and “may” leave room to read the clause widely.");
    }

    @Test
    void tracesTheSeverityToTheWordsThatMakeIt() {
        ProvisionRecord record = record(
                "We share your device identifiers with advertising partners for their own purposes. You can opt out in the "
                        + "settings.",
                "third-party-advertising-and-analytics");

        assertThat(record.severityReason())
                .startsWith("Rated medium. The type begins at medium.")
                .contains("Heavier: the partners may use the data for purposes of their own (+2, “")
                .contains("Milder: the text offers a way to opt out (-1, “opt out”).");
    }

    @Test
    void namesADenialAsAStatementAndNeverAsThePractice() {
        ProvisionRecord record = record("We do not sell your personal information.", "sale-of-personal-data");

        assertThat(record.title()).isEqualTo("Statement that personal data are not sold");
        assertThat(record.what()).isEqualTo("A statement that personal data are not sold.");
        assertThat(record.impact()).contains("tells people that personal data are not sold");
        assertThat(record.severityReason()).startsWith("Rated low: it states that the practice does not take place");
    }

    @Test
    void quotesTheStepsAndTheTimeThatStandBesideAProvision() {
        ProvisionRecord record = record(
                "You and Larkfield agree to resolve any dispute through final and binding arbitration. You may opt out by "
                        + "writing to us at the address below. Your letter has to reach us within 30 days of acceptance.",
                "mandatory-arbitration");

        assertThat(record.optOut()).isEqualTo("The text beside it states a way out or a choice.");
        assertThat(record.steps())
                .extracting(Quote::text)
                .contains("You may opt out by writing to us at the address below.");
        assertThat(record.deadlines())
                .extracting(Quote::text)
                .containsExactly("Your letter has to reach us within 30 days of acceptance.");
    }

    @Test
    void namesOfSeveralWaysOutElsewhereTheOneThatFits() {
        String far = "\n\nWe keep records of visits.\n\nWe like larks.\n\nLarks like fields.\n\n";
        ProvisionRecord record = record(
                "We share your device identifiers with advertising partners." + far
                        + "## Photographs\n\nYou can opt out of the reading of places from photographs in your account."
                        + far
                        + "## Advertising choices\n\nYou can opt out of advertising by partners on the page of choices.",
                "third-party-advertising-and-analytics");

        assertThat(record.optOut())
                .isEqualTo(
                        "None stands beside it; elsewhere the document states: “You can opt out of advertising by partners on the "
                                + "page of choices.”");
    }

    @Test
    void tellsOfNoWayOutOnlyWhereTheDocumentHasNone() {
        String clause = "We share your device identifiers with advertising partners.";

        assertThat(record(clause, "third-party-advertising-and-analytics").optOut())
                .isEqualTo("No opt-out was found in the document.");
        assertThat(record(
                                clause
                                        + "\n\n## Elsewhere\n\nThe sheet at the end of this policy lets people opt out of it.",
                                "third-party-advertising-and-analytics")
                        .optOut())
                .isEqualTo(
                        "None stands beside it; elsewhere the document states: “The sheet at the end of this policy lets people "
                                + "opt out of it.”");
    }
}
