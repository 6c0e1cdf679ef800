package io.conductatlas.clauses.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What titles and summaries say was done, and that they say no more than the words that changed. */
class SummaryTest {
    private static final String FRAME = "# Larkfield Terms\n\n## Rules\n\n%s\n\nOur mascot is a lark.\n";

    private static String told(String before, String after) {
        Assessment assessment = Texts.assess(FRAME.formatted(before), FRAME.formatted(after));
        return assessment.title() + "\n"
                + assessment.summary().stream().map(Statement::text).collect(Collectors.joining("\n"));
    }

    @Test
    void tellsASentenceAddedToAClauseAsAddedAndNotAsReworded() {
        String clause = "You may not use the service to harass others.";

        assertThat(told(clause, clause + " You may not use the service to copy the songs of larks."))
                .contains("added further language describing what people may not do with the service")
                .doesNotContain("changed its language");
    }

    @Test
    void tellsOneWordingInPlaceOfAnotherAsAChange() {
        assertThat(told(
                        "We keep your personal data for thirty days after you close your account.",
                        "Personal data are retained until the summer of the following year."))
                .contains("changed its language describing how long personal data are kept")
                .doesNotContain("removed language")
                .doesNotContain("added language");
    }

    @Test
    void tellsAStatementThatWasWithdrawnAsWithdrawn() {
        assertThat(told(
                        "We will not use your drawings to train our models.",
                        "We may use your drawings to train our models unless you object."))
                .contains("removed the statement that people's content is not used to train AI models");
    }

    @Test
    void doesNotTellAsAddedWhatStoodElsewhere() {
        String sale = "We sell your personal data to the owners of towers and lighthouses on the coast.";
        String row = "| What | Why |\n|---|---|\n| Towers | %s |\n".formatted(sale);

        assertThat(told(row, "* Towers, and why:\n* " + sale)).doesNotContain("language describing the sale");
    }

    @Test
    void tellsATranslationAsOne() {
        String english = "You may appeal our decision to remove your content within thirty days. "
                + "We will answer you by mail and tell you the reasons for what we have decided and how to go on from there. "
                + "If you are not content with the answer, you may write to the person who is named at the end of this page, "
                + "and that person will look at your case again with all that you and others have sent to us.";
        String french =
                "Vous pouvez contester notre décision de supprimer votre contenu dans un délai de trente jours. "
                        + "Nous vous répondrons par courrier et vous donnerons les raisons de la décision et ce que vous pouvez faire. "
                        + "Si la réponse ne vous convient pas, écrivez à la personne dont le nom est sur cette page, "
                        + "qui va examiner votre cas avec tout ce que vous et les autres avez envoyé.";

        assertThat(told(english, french))
                .startsWith("Larkfield: text in English replaced by text in French in the Privacy Policy")
                .contains("replaced text in English by text in French")
                .doesNotContain("language describing");
    }

    @Test
    void quotesAllOfAChangeInFewPlaces() {
        String before =
                "Larks sing in the morning.\n\nOwls sing at night.\n\nWrens sing at noon.\n\nRobins sing at dusk.";
        String after =
                "Larks hum in the morning.\n\nOwls hoot at night.\n\nWrens chirp at noon.\n\nRobins trill at dusk.";

        assertThat(told(before, after)).contains("hum", "hoot", "chirp", "trill");
    }

    @Test
    void tellsOfAChangeInManyPlacesTheNamesThatCameAndWent() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String bird : List.of("larks", "owls", "wrens", "robins", "finches", "swifts", "terns", "gulls")) {
            before.append("In the tower ").append(bird).append(" sing at dawn.\n\n");
            after.append("In the tower ").append(bird).append(" hum at dusk.\n\n");
        }
        before.append("Letters go to the Help Centre of Mossgate, and the Tower pays.");
        after.append("Letters go to the Help Center of Quillmark in Iceland, and the tower pays.");

        assertThat(told(before.toString(), after.toString()))
                .contains(
                        "It now speaks of \u201cQuillmark\u201d (\u201cLetters go to the Help Center of Quillmark in Iceland, and the tower pays.\u201d) "
                                + "and \u201cIceland\u201d, as it did not before, and no longer speaks of "
                                + "\u201cMossgate\u201d.");
    }

    @Test
    void saysNothingOfADirectionWhereOnlyAWeakWordCame() {
        assertThat(told(
                        "We will notify you of a data breach that touches your data.",
                        "We may notify you of a data breach that touches your data."))
                .contains("changed its language describing telling people about a breach")
                .doesNotContain("less firm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The carrier Mossgate may terminate your account at any time. | suspending or ending accounts",
                "Larkfield has the right to obtain a copy of your data. | seeing, receiving or moving",
                "Third parties may infer your interests and preferences. | traits inferred",
                "Developers must retain data for no longer than thirty days. | how long personal data are kept",
                "We protect birds (though some of their data may be sold to others). | the sale of personal data",
            })
    void doesNotTellWhatSomebodyElseDoesAsTheServicesOwn(String sentence, String topic) {
        assertThat(told("", sentence)).doesNotContain(topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Larkfield may terminate your account at any time. | suspending or ending accounts",
                "You have the right to obtain a copy of your data. | seeing, receiving or moving",
                "We infer your interests and preferences from what you watch. | traits inferred",
                "We retain your data for no longer than thirty days. | how long personal data are kept",
            })
    void tellsWhatTheServiceOrItsReadersDo(String sentence, String topic) {
        assertThat(told("", sentence)).contains(topic);
    }

    @Test
    void namesOnlyWholeDenials() {
        assertThat(told("", "We do not sell your personal data."))
                .contains("the statement that personal data are not sold");
        assertThat(told("", "We do not store the messages that you send to the tower."))
                .doesNotContain("the statement that");
        assertThat(told("", "We use your content to train our models. Content of schools is never used for training."))
                .contains("the use of people's content to train AI models")
                .doesNotContain("the statement that");
    }

    @Test
    void tellsAnItemOfAListWithTheWordsThatIntroduceIt() {
        String list = "We help people who write about these things:\n\n* storms at sea\n";
        String added = "* towers that were lost in the fog\n* bells that ring by themselves at midnight\n";
        String introduced =
                "lists after “We help people who write about these things:”: “towers that were lost in the fog";

        assertThat(told(list, list + added)).contains("the text now " + introduced);
        assertThat(told(list + added, list)).contains("the text no longer " + introduced);
    }

    @Test
    void readsTheIntroductionOfAListOnce() {
        String before = "Keepers may not bring the following to the tower:\n\n* dogs of any size\n\nBoats are welcome.";
        String after = "Keepers may not bring the following to the tower:\n\n* lanterns that burn whale oil\n"
                + "* dogs of any size\n* hammers and other heavy tools\n\nBoats are welcome.";

        assertThat(told(before, after)).containsOnlyOnce("lists after").contains("lanterns", "hammers");
    }

    @Test
    void quotesTheRuleRatherThanExamplesOfIt() {
        String rule = "Guests may keep drawings that our rules forbid if these teach others about sailing.";
        String examples =
                "Examples may include sketches of wrecks, portraits of pirates, charts of reefs, paintings of whirlpools, "
                        + "engravings of krakens, silhouettes of smugglers and watercolours of hurricanes.";

        assertThat(told("Larks sing.", "Larks sing. " + examples + " " + rule))
                .contains("Larkfield: “Guests may keep drawings that our rules forbid");
    }

    @Test
    void quotesFromSeveralSectionsBeforeMoreFromOne() {
        StringBuilder before = new StringBuilder("## Lamps\n\n");
        StringBuilder after = new StringBuilder("## Lamps\n\n");
        List<String> goods = List.of(
                "copper kettles",
                "woollen blankets",
                "porcelain figurines",
                "bamboo ladders",
                "leather saddles",
                "velvet curtains");
        for (String good : goods) {
            before.append("In spring a merchant pays for each crate at once.\n\nPlain text parts them.\n\n");
            after.append("In spring a merchant pays for each crate of ")
                    .append(good)
                    .append(" and silver thimbles that guests lend at once.\n\nPlain text parts them.\n\n");
        }
        before.append("## Ferries\n\nOur ferry leaves at noon. A ticket holder lives on the island.\n");
        after.append("## Ferries\n\nOur ferry leaves at noon.\n");

        assertThat(told(before.toString(), after.toString()))
                .contains("Under “Ferries”, these words were taken out: “A ticket holder lives on the island.”");
    }

    @Test
    void saysInWhichPartOfADocumentAllOfAChangeStands() {
        String others = ("## %s policy\n\n"
                + "The lark lives in a tower and sings to all who pass it on their way. ".repeat(40) + "\n\n");
        String before =
                others.formatted("Tower") + "## Ferry policy\n\n### Tickets\n\nTickets are blue.\n\n### Boats\n\n"
                        + "A boat has a bell and a rope and a lamp for the night. ".repeat(45) + "\n\n"
                        + others.formatted("Bell");
        String after = before.replace("Tickets are blue.", "Tickets are green.")
                .replace("### Boats\n\n", "### Boats\n\nDogs travel free of charge. ");

        assertThat(told(before, after))
                .startsWith("Larkfield: ")
                .contains("the Privacy Policy (Ferry policy)")
                .contains(
                        "Under “Ferry policy”, the updated privacy policy added text in 1 place and changed wording in 1 place");
        String withoutItsHeading = after.replace("## Ferry policy", "Ferry policy");
        assertThat(told(before, withoutItsHeading)).contains("the Privacy Policy (Ferry policy)");
    }

    @Test
    void tellsOfAChangeInManyPlacesTheHeadingsThatCameAndWent() {
        StringBuilder before = new StringBuilder("## Personalised songs\n\n");
        StringBuilder after = new StringBuilder("## 3. Personalized songs\n\n");
        for (String bird : List.of("larks", "owls", "wrens", "robins", "finches", "swifts", "terns", "gulls")) {
            before.append("In the tower ").append(bird).append(" sing at dawn.\n\n");
            after.append("In the tower ").append(bird).append(" hum at dusk.\n\n");
        }
        before.append("## Feathers of guests\n\nAll are kept.\n\n## Updates of May 2025\n\nNone.");
        after.append("## Guests and their hats\n\nAll are kept.\n\n## Updates of June 2026\n\nNone.");

        assertThat(told(before.toString(), after.toString()))
                .contains(
                        "It has the new heading “Guests and their hats”, and no longer has the heading “Feathers of guests”.");
    }

    @Test
    void saysTheSameWordsInTwoSectionsOnceAndNamesBoth() {
        String before = "## Doors\n\nLarks sing at noon.\n\n## Windows\n\nOwls hoot at noon.\n";
        String rule = " Painters carry their ladders outside.";
        String after = "## Doors\n\nLarks sing at noon." + rule + "\n\n## Windows\n\nOwls hoot at noon." + rule + "\n";

        assertThat(told(before, after))
                .containsOnlyOnce("the text now states: “Painters carry")
                .contains("“Doors” and “Windows”");
    }

    @Test
    void doesNotQuoteAnAddressThatChangedBesideWords() {
        String before = "Write to larkfield.example/en/help for more of our songs.\n\nOwls hoot at noon.";
        String after = "Write to docs.larkfield.example/help for more of our songs.\n\nOwls hoot at midnight.";

        assertThat(told(before, after)).contains("midnight").doesNotContain("docs.larkfield");
    }

    /** The words of the row are as before; what is new of it is the answer. */
    @Test
    void namesWhatAnAnswerThatTurnedInATableIsAbout() {
        String table = "| Category | Sold or shared with third parties |\n|---|---|\n"
                + "| We collect precise location data from your device | %s |\n| Songs you hear | NO |\n";

        assertThat(told(table.formatted("NO"), table.formatted("YES")))
                .contains(
                        "In the entry “We collect precise location",
                        "turned from “NO” to “YES”",
                        "language on the collection of location data changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // one sentence became another: more of the words changed than stayed
                "Larks sing in the tower at noon. | Boats need a lamp and a rope. | gave way to",
                "Guests pay ten coins for a boat. | Guests pay twelve coins for a boat. | became",
            })
    void tellsASentenceThatTookThePlaceOfAnotherAsThat(String before, String after, String verb) {
        assertThat(told("Sit. " + before + " Stay.", "Sit. " + after + " Stay."))
                .satisfiesAnyOf(
                        text -> assertThat(text).contains("“" + before + "” " + verb + " “" + after + "”"),
                        text -> assertThat(text).contains("these words were taken out", "now states"));
    }

    @Test
    void showsASentenceWholeThatChangedInSeveralPlaces() {
        String before =
                "In the north we may also lend your drawings of larks to our friends, among them the keeper of the bell.";
        String after =
                "If it rains, we may also lend to our friends, among them the keeper of the bell, your drawings of larks and owls.";

        assertThat(told(before, after)).contains("“" + before + "” became “" + after + "”");
    }

    @Test
    void namesASectionThatCame() {
        String before = "Larks sing at noon.\n\n## Boats\n\nBoats need a lamp.\n";
        String after =
                "Larks sing at noon.\n\n## Lost hats\n\nHats are kept for a month and then given to the owls.\n\n## Boats\n\nBoats need a lamp.\n";

        assertThat(told(before, after)).startsWith("Larkfield: section “Lost hats” added to the Privacy Policy");
        assertThat(told(after, before)).startsWith("Larkfield: section “Lost hats” removed from the Privacy Policy");
    }

    @Test
    void takesAnEntryForRemovedOnlyWhereItsWordsAreGone() {
        String row = "Towers where we store the songs that you send to us";
        String table = "| Where | Why |\n|---|---|\n| %s | to keep them |\n| Boats | to sail |\n";

        assertThat(told(
                        table.formatted(row),
                        "| Where | Why |\n|---|---|\n| Boats | to sail |\n\n" + row + " are dry."))
                .doesNotContain("removed from a table");
        assertThat(told(table.formatted(row), "| Where | Why |\n|---|---|\n| Boats | to sail |\n\nBells are dry."))
                .contains("1 entry was removed from a table or list");

        String firms = "| Firm | Why |\n|---|---|\n%s| Mossgate | to store the songs that you send to us |\n";
        assertThat(told(
                        firms.formatted("| Quillmark | to store the songs that you send to us |\n"),
                        firms.formatted("")))
                .contains("1 entry was removed from a table or list", "“Quillmark”");
    }

    @Test
    void namesAHeadingOverAListOnlyOfWhatStandsInThatList() {
        String before =
                "## Do not bring:\n\n* dogs of any size\n\nWhat may be brought is kept in the hall.\n\nLarks sing at noon.\n";
        String item = "* hats with feathers, if they are clean\n\n";

        assertThat(told(before, before.replace("Larks sing", item + "Larks sing")))
                .doesNotContain("Do not bring");
        assertThat(told(before, before.replace("* dogs", item + "* dogs"))).contains("Under “Do not bring:”");
    }

    @Test
    void saysOfOneOfSeveralInsertionsInALongSentenceThatItIsOneOfThem() {
        String filler =
                "on a fine day in the summer of the year in which the tower was built by the owls of the coast and their many friends "
                        + "who came over the sea in boats that were made of the wood of old trees";
        String before = "Guests may sing " + filler + " and look at the bells of the tower.";
        String after = "Guests and keepers may sing " + filler + " and look at the bells (and lanterns) of the tower.";

        assertThat(told(before, after)).contains(", among others, were added");
    }

    @Test
    void tellsOfALongSentenceOfManyCasesTheOneThatSaysMost() {
        String cases =
                "Guests may not: (i) sing in the tower at night; (ii) feed the owls at night; (iii) smuggle lanterns, "
                        + "harpoons, barrels of whale oil or maps of hidden reefs past the harbour watch; (iv) sleep in the tower; "
                        + "(v) ring the bells of the tower at night; (vi) wake the owls in the tower; (vii) let others do so.";
        String before = "Owls sing and sleep in the tower at night. Bells ring and wake others. Guests feed the owls.";

        assertThat(told(before, before + " " + cases)).contains("“Guests may not: … (iii) smuggle lanterns, harpoons");
    }
}
