package io.conductatlas.clauses.assessment;

import static io.conductatlas.clauses.assessment.Texts.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Hunk;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangeAssessorTest {
    private static final String ADVERTISING =
            " We share your device identifiers with advertising partners, who may use them for their own purposes.";

    @Test
    void tellsANewAdvertisingClauseWithItsRegulations() {
        String after = POLICY.replace("host our systems.", "host our systems." + ADVERTISING);

        Assessment assessment = Texts.assess(POLICY, after);

        assertThat(assessment.title())
                .isEqualTo("Larkfield: sharing with advertising and analytics partners added to the Privacy Policy");
        assertThat(text(assessment.summary()))
                .isEqualTo(
                        "The updated privacy policy added language describing how personal data reach advertising and analytics "
                                + "partners. Under “How we share information”, the text now states: “We share your device "
                                + "identifiers with advertising partners, who may use them for their own purposes.”");
        assertThat(assessment.severity()).isEqualTo(Severity.HIGH);
        assertThat(assessment.direction()).isEqualTo(Direction.NEGATIVE);
        assertThat(assessment.labels()).containsExactly("advertising-use-expansion");
        assertThat(assessment.regulations())
                .anySatisfy(r -> assertThat(r.name() + " " + r.article()).isEqualTo("GDPR Art. 13(1)(e)"));
        assertThat(assessment.provisions()).singleElement().satisfies(p -> {
            assertThat(p.effect()).isEqualTo(Effect.INTRODUCED);
            assertThat(p.after()).extracting(Quote::text).containsExactly(ADVERTISING.strip());
        });
    }

    @Test
    void tellsARemovedPromiseNotToSellAsTheLossItIs() {
        String after = POLICY.replace(" We do not sell your personal information.", "");

        Assessment assessment = Texts.assess(POLICY, after);

        assertThat(text(assessment.summary()))
                .isEqualTo(
                        "The updated privacy policy removed the statement that personal data are not sold. Under “How we "
                                + "share information”, the text no longer states: “We do not sell your personal "
                                + "information.”");
        assertThat(assessment.severity()).isEqualTo(Severity.HIGH);
        assertThat(assessment.direction()).isEqualTo(Direction.NEGATIVE);
        assertThat(assessment.provisions()).singleElement().satisfies(p -> {
            assertThat(p.polarity()).isEqualTo(Polarity.DENIED);
            assertThat(p.effect()).isEqualTo(Effect.REMOVED);
        });
    }

    @Test
    void tellsARemovedDescriptionAsLessOpennessAndNotAsLessPractice() {
        String after = POLICY.replace("We share personal data with service providers that host our systems. ", "");

        Assessment assessment = Texts.assess(POLICY, after);

        assertThat(assessment.labels()).containsExactly("transparency-removal");
        assertThat(block(assessment, "consumer_impact"))
                .contains("no longer describes how personal data reach service providers")
                .contains("cannot be read from it");
    }

    @Test
    void knowsAClauseAgainThatOnlyMoved() {
        String moved = POLICY.replace("We use encryption to protect your personal information.\n\n", "")
                        .replace("## Security\n\n", "")
                + "\n## Protection\n\nWe use encryption to protect your personal information.\n";

        Assessment assessment = Texts.assess(POLICY, moved);

        assertThat(assessment.provisions()).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo("security-measures");
            assertThat(p.effect()).isEqualTo(Effect.RELOCATED);
        });
        assertThat(assessment.direction()).isEqualTo(Direction.NEUTRAL);
    }

    @Test
    void seesAPromiseBecomeLessFirm() {
        String before = POLICY.replace(
                "We use encryption to protect your personal information.",
                "We will notify you of a data breach that touches your data.");
        String after = POLICY.replace(
                "We use encryption to protect your personal information.",
                "We may notify you of a data breach that touches your data.");

        Assessment assessment = Texts.assess(before, after);

        assertThat(assessment.provisions()).singleElement().satisfies(p -> {
            assertThat(p.effect()).isEqualTo(Effect.WEAKENED);
            assertThat(p.direction()).isEqualTo(Direction.NEGATIVE);
            assertThat(p.wordingsGained()).contains("may");
        });
        assertThat(block(assessment, "event_summary"))
                .contains(
                        "“We will notify you of a data breach that …” became “We may notify you of a data breach that …”")
                .contains("gained “may” and lost “will or shall”");
    }

    @Test
    void saysPlainlyWhatChangedWhereNoProvisionIsConcerned() {
        String after = POLICY.replace(
                "## Your choices\n", "## Your choices\n\nOur mascot is a lark called Pip who likes seeds very much.\n");

        Assessment assessment = Texts.assess(POLICY, after);

        assertThat(assessment.provisions()).isEmpty();
        assertThat(assessment.severity()).isEqualTo(Severity.LOW);
        assertThat(assessment.title())
                .isEqualTo("Larkfield: “Our mascot is a lark called Pip who likes …” added to the Privacy Policy");
        assertThat(text(assessment.summary()))
                .isEqualTo(
                        "The updated privacy policy added text in 1 place. Under “Your choices”, the text now states: "
                                + "“Our mascot is a lark called Pip who likes seeds very much.”");
    }

    @Test
    void backsEverySentenceAboutTheDocument() {
        String after = POLICY.replace("host our systems.", "host our systems." + ADVERTISING)
                .replace("You may request that we delete your personal data.", "Write to us.");
        Subject subject = Texts.change(POLICY, after);

        Assessment assessment = new ChangeAssessor(Texts.CATALOGUE).assess(subject);

        assertThat(assessment.summary()).allSatisfy(s -> assertThat(s.basis()).isNotEmpty());
        for (Block block : assessment.blocks()) {
            for (Statement statement : block.statements()) {
                for (Basis basis : statement.basis()) {
                    String side = basis.side() == Basis.Side.BEFORE
                            ? subject.before().text()
                            : subject.after().text();
                    assertThat(basis.end()).isBetween(basis.start(), side.length());
                    if (basis.hunk() >= 0) {
                        Hunk hunk = subject.diff().hunks().get(basis.hunk());
                        assertThat(side.substring(basis.start(), basis.end()))
                                .isEqualTo(basis.side() == Basis.Side.BEFORE ? hunk.before() : hunk.after());
                    }
                }
            }
        }
    }

    @Test
    void givesNoVerdict() {
        String after = POLICY.replace("host our systems.", "host our systems." + ADVERTISING);

        String all =
                Texts.assess(POLICY, after).blocks().stream().map(Block::text).collect(Collectors.joining(" "));

        assertThat(all)
                .doesNotContainIgnoringCase("illegal")
                .doesNotContainIgnoringCase("unlawful")
                .contains("not a legal determination");
    }

    @Test
    void saysTheSameOfTheSame() {
        String after = POLICY.replace("host our systems.", "host our systems." + ADVERTISING);

        assertThat(Texts.assess(POLICY, after)).isEqualTo(Texts.assess(POLICY, after));
    }

    private static String text(List<Statement> statements) {
        return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
    }

    private static String block(Assessment assessment, String kind) {
        return assessment.blocks().stream()
                .filter(block -> block.kind().equals(kind))
                .map(Block::text)
                .findFirst()
                .orElse("");
    }
}
