package io.conductatlas.documents.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentDifferTest {
    private static final String BASE = """
            Larkfield Privacy Policy
            ========================

            Last updated: 1 May 2025

            We keep your account data for 30 days after you close your account. We never sell it.

            Sharing
            -------

            We share data with our payment provider so that your orders can be paid. Nobody else gets it.

            Contact
            -------

            Write to us at any time if you have a question about this policy.""";

    private final MarkdownReader reader = new MarkdownReader();
    private final DocumentDiffer differ = new DocumentDiffer();

    @Test
    void namesTheWordsOfAnEdit() {
        Diff diff = diff(BASE, BASE.replace("30 days", "90 days"));

        assertThat(diff.hunks()).hasSize(1);
        Hunk hunk = diff.hunks().get(0);
        assertThat(hunk.kind()).isEqualTo(HunkKind.EDITED);
        assertThat(hunk.beforeSection()).isEqualTo("Larkfield Privacy Policy");
        assertThat(hunk.words())
                .containsExactly(
                        new WordSpan(WordSpan.Op.EQUAL, "We keep your account data for "),
                        new WordSpan(WordSpan.Op.DELETE, "30"),
                        new WordSpan(WordSpan.Op.INSERT, "90"),
                        new WordSpan(WordSpan.Op.EQUAL, " days after you close your account."));
        assertThat(diff.changeClass()).isEqualTo(ChangeClass.SUBSTANTIVE);
    }

    @Test
    void seesASentenceThatOnlyWentElsewhereAsMoved() {
        String moved = BASE.replace(" We never sell it.", "")
                .replace("Nobody else gets it.", "Nobody else gets it. We never sell it.");

        Diff diff = diff(BASE, moved);

        assertThat(diff.hunks()).extracting(Hunk::kind).containsExactly(HunkKind.MOVED);
        assertThat(diff.changeClass()).isEqualTo(ChangeClass.ORDER);
    }

    @Test
    void tellsWhatCameAndWhatWent() {
        Diff diff = diff(
                BASE,
                BASE.replace(" We never sell it.", "")
                        .replace("Nobody else gets it.", "Nobody else gets it. Advertisers may get hashed addresses."));

        assertThat(diff.hunks()).extracting(Hunk::kind).containsExactlyInAnyOrder(HunkKind.DELETED, HunkKind.INSERTED);
        assertThat(diff.counts()).isEqualTo(new DiffCounts(1, 1, 0, 0, 5, 4));
        assertThat(diff.ofMeaning()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 May 2025 | 3 June 2025 | DATE_OR_NUMBER",
                "We never sell it. | WE NEVER SELL IT. | CASE",
                "so that your orders | so that, your orders | MARKUP_OR_PUNCTUATION",
                "payment provider | **payment** provider | MARKUP_OR_PUNCTUATION",
                "payment provider | [payment](https://a.example) provider | LINK_OR_IMAGE",
                "30 days | 14 days | SUBSTANTIVE",
                "never sell it | never never sell it | MARKUP_OR_PUNCTUATION",
                "payment provider | payment provder | MARKUP_OR_PUNCTUATION",
                "a question | any questions | SUBSTANTIVE",
                "Last updated: 1 May 2025 | Effective 3 June 2025 | DATE_OR_NUMBER",
                "Last updated: 1 May 2025 | Last updated: DD June 2025 | DATE_OR_NUMBER",
                "account data for | account  data for | WHITE_SPACE"
            })
    void givesEachDifferenceItsClass(String from, String to, ChangeClass expected) {
        Diff diff = diff(BASE, BASE.replace(from, to));

        assertThat(diff.changeClass()).isEqualTo(expected);
        assertThat(diff.ofMeaning()).isEqualTo(expected == ChangeClass.SUBSTANTIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Since May 2020 we keep logs for 30 days. | Since May 2020 we keep logs for 90 days.",
                "The fee is 1.5 % of the price paid. | The fee is 15 % of the price paid.",
                "The fee is $5 for each month of use. | The fee is €5 for each month of use.",
                "You may send 2000 messages each month. | You may send 2050 messages each month.",
                "Each party may end the contract. | Each affected party may end the contract.",
                "This covers the parties named above. | This covers the party named above.",
                "This covers the affiliate named above. | This covers the affiliates named above."
            })
    void keepsNoPeriodAmountOrPartyQuiet(String from, String to) {
        assertThat(diff(from, to).ofMeaning()).isTrue();
    }

    @Test
    void tellsThatSomethingAppliesFromAnotherDay() {
        String text = "Effective date: 1 May 2025\n\nWe keep your data for 30 days.";

        Diff diff = diff(text, text.replace("1 May", "1 July"));

        assertThat(diff.changeClass()).isEqualTo(ChangeClass.DATE_OR_NUMBER);
        assertThat(diff.ofMeaning()).isTrue();
    }

    @Test
    void joinsSmallEditsBesideOneAnotherAsAPersonWould() {
        Diff diff = diff(
                "You can reach the support team by telephone, fax or by ordinary mail at any time.",
                "You can reach the support team through our chat, forum or through electronic messages at any time.");

        assertThat(diff.hunks().get(0).words())
                .extracting(WordSpan::op)
                .containsExactly(WordSpan.Op.EQUAL, WordSpan.Op.DELETE, WordSpan.Op.INSERT, WordSpan.Op.EQUAL);
    }

    @Test
    void seesAHeadingThatOnlyWentElsewhereAsMoved() {
        String sections =
                "## Welcome\n\nWe are glad that you are here.\n\n## Sharing\n\nWe share nothing with anybody.\n";
        String turned =
                "## Sharing\n\nWe share nothing with anybody.\n\n## Welcome\n\nWe are glad that you are here.\n";

        assertThat(diff(sections, turned).changeClass()).isEqualTo(ChangeClass.ORDER);
    }

    @Test
    void takesForBoilerplateWhatThreeSiblingsShow() {
        String footer = "Larkfield is a company of the Meadow group of undertakings.";
        List<AgreementText> siblings = List.of(
                reader.read("Terms of use\n\n" + footer),
                reader.read("Cookies\n\n" + footer),
                reader.read("Imprint\n\n" + footer));
        AgreementText before = reader.read(BASE);
        AgreementText after = reader.read(BASE + "\n\n" + footer);

        assertThat(differ.diff(before, after, SiblingTexts.of(siblings)).changeClass())
                .isEqualTo(ChangeClass.BOILERPLATE);
        assertThat(differ.diff(before, after, SiblingTexts.of(siblings.subList(0, 2)))
                        .ofMeaning())
                .isTrue();
    }

    @Test
    void takesAMenuForBoilerplateButNotAListThatASentenceOpens() {
        String menu = "*   [Blog](https://a.example/b)\n*   [Jobs](https://a.example/j)\n";
        String opened = BASE + "\n\nThese companies receive your data:\n\n*   [Plover Ads](https://p.example)\n";

        assertThat(diff(BASE, BASE + "\n\n## More\n\n" + menu.strip()).hunks())
                .extracting(Hunk::changeClass)
                .contains(ChangeClass.BOILERPLATE);
        assertThat(diff(opened, opened + "*   [Dunlin Data](https://d.example)\n")
                        .changeClass())
                .isEqualTo(ChangeClass.SUBSTANTIVE);
    }

    @Test
    void placesADeletionBehindTheEditThatComesBeforeIt() {
        String fresh = BASE.replace("30 days", "90 days").replace(" We never sell it.", "");

        Diff diff = diff(BASE, fresh);

        assertThat(diff.hunks()).extracting(Hunk::kind).containsExactly(HunkKind.EDITED, HunkKind.DELETED);
        Hunk edited = diff.hunks().get(0);
        Hunk deleted = diff.hunks().get(1);
        assertThat(deleted.afterStart())
                .isEqualTo(deleted.afterEnd())
                .isGreaterThanOrEqualTo(edited.afterEnd())
                .isEqualTo(reader.read(fresh).text().indexOf("Sharing"));
    }

    @Test
    void showsNothingWhereTwoSentencesAreCutInAnotherWay() {
        Diff diff = diff("II. How we use it\n\nBy us.", "## II. How we use it\n\nBy us.");

        assertThat(diff.hunks()).isEmpty();
        assertThat(diff.ofMeaning()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[our page](https://a.example/1) | [our page](https://a.example/2) | LINK_OR_IMAGE",
                "see **our** page | see our page | MARKUP_OR_PUNCTUATION",
                "![](https://a.example/1.png) see it | ![](https://a.example/2.png) see it | LINK_OR_IMAGE"
            })
    void tellsHowTheFormOfTheSameWordsDiffers(String from, String to, ChangeClass expected) {
        assertThat(FormalDifferences.between(reader.read(from), reader.read(to)))
                .containsExactly(expected);
        assertThat(diff(from, to).changeClass()).isEqualTo(expected);
    }

    private Diff diff(String before, String after) {
        return differ.diff(reader.read(before), reader.read(after));
    }
}
