package io.conductatlas.clauses.assessment;

import static io.conductatlas.clauses.assessment.Texts.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.DocumentDiffer;
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
                .isEqualTo(
                        "Larkfield: language on how personal data reach advertising or analytics partners added to the Privacy Policy");
        assertThat(text(assessment.summary()))
                .isEqualTo(
                        "The updated privacy policy added language describing how personal data reach advertising or analytics "
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
                                + "share information”, these words were taken out: “We do not sell your personal "
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
                        "“We will notify you of a data breach that touches your data.” became “We may notify you of a data "
                                + "breach that touches your data.”")
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
                .isEqualTo(
                        "Larkfield: “Our mascot is a lark called Pip who likes seeds very much.” added to the Privacy Policy");
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

    @Test
    void takesAPromiseTurnedIntoAPermissionForTheWideningItIs() {
        String before = POLICY.replace(
                "We use encryption to protect your personal information.",
                "We will not use your conversations to train our models, unless you opt in.");
        String after = POLICY.replace(
                "We use encryption to protect your personal information.",
                "We may use your conversations to train our models, unless you opt out.");

        Assessment assessment = Texts.assess(before, after);

        assertThat(assessment.direction()).isEqualTo(Direction.NEGATIVE);
        assertThat(assessment.labels()).contains("ai-training-rights").doesNotContain("ai-training-limits");
        assertThat(text(assessment.summary())).contains("“We may use your conversations to train our models, unless");
    }

    @Test
    void claimsNoShiftWhereMostOfWhatChangedIsSomethingElse() {
        String before = POLICY.replace(
                "We use encryption to protect your personal information.",
                "If a court order names you as a suspect of terror, we may disclose your address to the authorities.");
        String after = POLICY.replace(
                "We use encryption to protect your personal information.",
                "If a valid order of a judge names you as a suspect of any crime that breaks our rules, we will look into the "
                        + "request and may disclose your address and telephone number to the authorities.");

        Assessment assessment = Texts.assess(before, after);

        assertThat(assessment.provisions())
                .filteredOn(p -> p.type().equals("law-enforcement-disclosure"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.effect()).isEqualTo(Effect.REWORDED);
                    assertThat(p.direction()).isEqualTo(Direction.NEUTRAL);
                });
    }

    @Test
    void takesAPracticeForNoNarrowerBecauseItIsNoLongerSaidThatItMayBe() {
        String before = POLICY.replace("We share personal data", "We may share personal data");

        Assessment assessment = Texts.assess(before, POLICY);

        assertThat(assessment.direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(assessment.provisions())
                .allSatisfy(p -> assertThat(p.effect()).isEqualTo(Effect.REWORDED));
    }

    @Test
    void ratesTheRemovalOfAnAdverseClauseLowerThanItsArrival() {
        String with = POLICY + "\n## Disputes\n\nYou waive the right to take part in a class action.\n";

        Assessment arrival = Texts.assess(POLICY, with);
        Assessment removal = Texts.assess(with, POLICY);

        assertThat(arrival.severity()).isEqualTo(Severity.HIGH);
        assertThat(removal.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(removal.direction()).isEqualTo(Direction.POSITIVE);
    }

    @Test
    void tellsTheWordsAloneWhereTheyLieBesideWhatAProvisionIsKnownBy() {
        String before = POLICY.replace(
                "You may request that we delete your personal data.",
                "You may request that we delete your personal data, as Ann explained to the press.");
        String after = before.replace("Ann", "Bob");

        Assessment assessment = Texts.assess(before, after);

        assertThat(assessment.title()).isEqualTo("Larkfield: “Ann” became “Bob” in the Privacy Policy");
        assertThat(assessment.direction()).isEqualTo(Direction.NEUTRAL);
        assertThat(assessment.labels()).isEmpty();
    }

    @Test
    void givesARecordThatAddsADescriptionNoLabelOfRemoval() {
        String after = POLICY.replace(
                "host our systems.",
                "host our systems. We share personal data with our affiliates. We keep your data for two years.");

        Assessment assessment = Texts.assess(POLICY, after);

        assertThat(assessment.labels()).isNotEmpty().doesNotContain("transparency-removal", "rights-reduction");
    }

    @Test
    void readsNoDescriptionOfDataOutOfRulesForUsers() {
        String before = "# Rules\n\n## Not allowed\n\nWe remove spam.\n";
        String after = "# Rules\n\n## Not allowed\n\nWe remove spam. We collect health information that looks false.\n";
        AgreementText old = Texts.read(before);
        AgreementText fresh = Texts.read(after);

        Assessment rules = new ChangeAssessor(Texts.CATALOGUE)
                .assess(Texts.change(
                        "Larkfield", "Community Guidelines", old, fresh, new DocumentDiffer().diff(old, fresh)));
        Assessment policy = new ChangeAssessor(Texts.CATALOGUE)
                .assess(Texts.change("Larkfield", "Privacy Policy", old, fresh, new DocumentDiffer().diff(old, fresh)));

        assertThat(policy.provisions()).extracting(AssessedProvision::type).contains("health-and-genetic");
        assertThat(rules.provisions()).isEmpty();
        assertThat(rules.title()).contains("“We collect health information that looks false.” added");
    }

    @Test
    void saysThatThereIsNoWayOutOnlyWhereTheDocumentSpeaksOfNone() {
        String added = POLICY.replace("host our systems.", "host our systems." + ADVERTISING);
        String withWayOut =
                added + "\n## Mail\n\nEvery letter we send has a link by which people unsubscribe from it.\n";

        assertThat(block(Texts.assess(POLICY, added), "available_actions"))
                .contains("No opt-out was found in the document");
        assertThat(block(
                        Texts.assess(
                                POLICY
                                        + "\n## Mail\n\nEvery letter we send has a link by which people unsubscribe from "
                                        + "it.\n",
                                withWayOut),
                        "available_actions"))
                .contains(
                        "elsewhere the document states: “Every letter we send has a link by which people unsubscribe");
    }

    @Test
    void saysOfGoingOnRatherWhatTheTextSaysOfGoingOnThanOfBeginning() {
        String begun = POLICY + "\n\nBy creating an account you agree to this policy.";
        String both = begun + " If you continue to use Larkfield after a change, you accept it.";
        String none =
                POLICY + "\n\nYou agree by signing the printed form. While we use acceptable means, nothing is secure.";

        assertThat(block(Texts.assess(POLICY, begun + ADVERTISING), "if_no_action"))
                .contains("On continued use the document states: “By creating an account you agree to this policy.”");
        assertThat(block(Texts.assess(POLICY, both + ADVERTISING), "if_no_action"))
                .contains("“If you continue to use Larkfield after a change, you accept it.”");
        assertThat(block(Texts.assess(POLICY, none + ADVERTISING), "if_no_action"))
                .contains("No statement was found in the document on what continued use means.");
    }

    @Test
    void takesAWayOutOfArbitrationForNoLossWhereArbitrationIsGone() {
        String optOut = "You may opt out of arbitration within 30 days by sending a letter to our office.";
        String arbitration = "Any dispute between you and us will be settled by binding arbitration. ";

        assertThat(severities(Texts.assess(POLICY + arbitration + optOut, POLICY + arbitration), "arbitration-opt-out"))
                .isNotEmpty()
                .doesNotContain(Severity.LOW);
        assertThat(severities(Texts.assess(POLICY + arbitration + optOut, POLICY), "arbitration-opt-out"))
                .isNotEmpty()
                .containsOnly(Severity.LOW);
    }

    private static List<Severity> severities(Assessment assessment, String type) {
        return assessment.provisions().stream()
                .filter(provision -> provision.type().equals(type))
                .map(AssessedProvision::severity)
                .toList();
    }

    @Test
    void takesAWayOutThatIsGoneForTheLossItIs() {
        String here =
                " You can opt out on our choices page, or through the settings of your device (your settings there are kept).";
        String with = POLICY + here;
        String without = POLICY + " You can opt out on our choices page.";

        Assessment lost = Texts.assess(with, without);
        assertThat(lost.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(lost.direction()).isEqualTo(Direction.NEGATIVE);
        assertThat(lost.labels()).contains("opt-out-reduction");
        assertThat(block(lost, "consumer_impact"))
                .contains("In 1 place the document takes out words on what people can do");

        Assessment gained = Texts.assess(without, with);
        assertThat(gained.direction()).isEqualTo(Direction.POSITIVE);
        assertThat(gained.labels()).contains("opt-out-expansion");

        Assessment onlyMoved = Texts.assess(POLICY + here, "Summary." + here + "\n\n" + POLICY);
        assertThat(onlyMoved.labels()).doesNotContain("opt-out-reduction", "opt-out-expansion");
    }

    @Test
    void namesThoseWhomTheChangedSentenceNamesAndWhichWayItGoesForThem() {
        String after = POLICY.replace(
                "You may request that we delete your personal data.",
                "You may request that we delete your personal data. California residents have the right to opt out of the sale "
                        + "of their data.");

        Assessment assessment = Texts.assess(POLICY, after);

        assertThat(assessment.affected())
                .extracting(AffectedGroup::slug)
                .containsExactly("all-users", "california-residents");
        assertThat(assessment.affected())
                .allSatisfy(group -> assertThat(group.direction()).isEqualTo(Direction.POSITIVE));
        assertThat(block(assessment, "affected_users")).contains("in favour of California residents");
    }

    @Test
    void tellsTheEntriesThatCameToAListAndWentFromIt() {
        String list = "\n## Sub-processors\n\n| Company | Country |\n| --- | --- |\n";
        String before = POLICY + list + "| Alder Hosting | Spain |\n| Fen Letters | Italy |\n";
        String after = POLICY + list + "| Alder Hosting | Spain |\n| Mill Mail | Malta |\n| Reed Pay | Chile |\n";

        Assessment assessment = Texts.assess(before, after);

        assertThat(block(assessment, "event_summary"))
                .contains("2 entries were added to a table or list under “Sub-processors”: “Mill Mail” and “Reed Pay”.")
                .contains("1 entry was removed from a table or list under “Sub-processors”: “Fen Letters”.");
        assertThat(text(assessment.summary()))
                .contains("2 entries were added to a table or list under “Sub-processors”");
        assertThat(assessment.blocks().get(0).statements())
                .filteredOn(statement -> statement.text().startsWith("2 entries"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.basis())
                        .hasSize(2)
                        .allSatisfy(basis -> assertThat(basis.hunk()).isNotNegative()));
    }

    @Test
    void tellsAnAnswerThatTurnedAsWhatItIs() {
        String table = "\n## Categories\n\n| Category | Sold |\n| --- | --- |\n"
                + "| We sell your genetic data to third parties | %s |\n| Your name and e-mail address | Yes |\n";

        Assessment assessment = Texts.assess(POLICY + table.formatted("NO"), POLICY + table.formatted("YES"));

        assertThat(text(assessment.summary()))
                .contains(
                        "In the entry “We sell your genetic data to third parties” under “Categories”, “Sold” turned from "
                                + "“NO” to “YES”.");
        assertThat(assessment.provisions())
                .isNotEmpty()
                .extracting(AssessedProvision::effect)
                .containsOnly(Effect.STRENGTHENED);
    }

    @Test
    void claimsNoDirectionWhereTheQuestionIsWhatPeopleMayDo() {
        String table = "\n## Choices\n\n| Practice | Can you limit it? |\n| --- | --- |\n"
                + "| We sell your genetic data to third parties | %s |\n";

        Assessment assessment = Texts.assess(POLICY + table.formatted("No"), POLICY + table.formatted("Yes"));

        assertThat(text(assessment.summary())).contains("“Can you limit it?” turned from “No” to “Yes”");
        assertThat(assessment.provisions()).isNotEmpty().allSatisfy(provision -> {
            assertThat(provision.effect()).isEqualTo(Effect.REWORDED);
            assertThat(provision.direction()).isEqualTo(Direction.NEUTRAL);
        });
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
