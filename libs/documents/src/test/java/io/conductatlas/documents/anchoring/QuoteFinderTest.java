package io.conductatlas.documents.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteFinderTest {
    private static final String QUOTE =
            "We keep the messages that you send to other members for ninety days after you delete them.";
    private static final String TEXT = """
            # Larkfield privacy notice

            This notice tells what Larkfield does with data about its members.

            ## Keeping

            %s Backups are overwritten every month.

            *   We delete your photographs within ten days of your request.
            *   We delete your recordings within ten days of your request.
            *   We delete your comments within ten days of your request.

            ## Sharing

            We share nothing with advertisers. Payment providers learn what they need to know.""".formatted(QUOTE);

    private final MarkdownReader reader = new MarkdownReader();
    private final AgreementText old = reader.read(TEXT);

    @Test
    void findsAQuoteWordForWordWhereverItWent() {
        String moved = TEXT.replace(QUOTE + " ", "") + "\n\n## Messages\n\n" + QUOTE;

        Anchored.Found found = found(QUOTE, moved);

        assertThat(found.verbatim()).isTrue();
        assertThat(slice(moved, found)).isEqualTo(QUOTE);
    }

    @Test
    void findsAQuoteThatWasEdited() {
        String edited = QUOTE.replace("ninety days", "one year").replace("other members", "other people");

        Anchored.Found found = found(QUOTE, TEXT.replace(QUOTE, edited));

        assertThat(slice(TEXT.replace(QUOTE, edited), found)).isEqualTo(edited);
        assertThat(found.verbatim()).isFalse();
        assertThat(found.resemblance()).isBetween(0.75, 0.95);
    }

    @Test
    void findsAQuoteThatNowIsTwoSentences() {
        String cut =
                "We keep the messages that you send to other members for ninety days. That is after you delete them.";

        Anchored.Found found = found(QUOTE, TEXT.replace(QUOTE, cut));

        assertThat(slice(TEXT.replace(QUOTE, cut), found)).isEqualTo(cut);
    }

    @Test
    void findsAPartOfASentenceInsideTheEditedOne() {
        String part = "the messages that you send to other members for ninety days";
        String edited =
                TEXT.replace(QUOTE, "From now on " + QUOTE.replace("We", "we").replace("ninety", "sixty"));

        Anchored.Found found = found(part, edited);

        assertThat(slice(edited, found)).isEqualTo(part.replace("ninety", "sixty"));
    }

    @Test
    void callsAQuoteGoneThatWasTakenOut() {
        assertThat(find(QUOTE, TEXT.replace(QUOTE, ""))).isEqualTo(new Anchored.Gone());
    }

    @Test
    void doesNotTakeTheNextItemOfAListForADeletedOne() {
        String item = "We delete your recordings within ten days of your request.";
        String without = TEXT.replace("*   " + item + "\n", "");

        assertThat(find(item, without)).isEqualTo(new Anchored.Gone());
        assertThat(QuoteFinder.in(reader.read(without)).find(anchor(item))).isEqualTo(new Anchored.Gone());
    }

    @Test
    void findsTheRightOneOfLikeItemsThatWereAllEdited() {
        String item = "We delete your recordings within ten days of your request.";
        String later = TEXT.replace("within ten days", "within twelve days");

        Anchored.Found found = found(item, later);

        assertThat(slice(later, found)).isEqualTo(item.replace("ten", "twelve"));
    }

    @Test
    void tellsEqualSentencesApartByTheirPlace() {
        String twice = TEXT + "\n\n## Messages again\n\nAs said above: " + QUOTE;
        AgreementText before = reader.read(twice);
        int second = before.text().lastIndexOf(QUOTE);

        Anchored anchored = QuoteFinder.from(before, reader.read("A new preamble stands here.\n\n" + twice))
                .find(Anchor.of(before, second, second + QUOTE.length()));

        assertThat(((Anchored.Found) anchored).position().start())
                .isEqualTo(second + "A new preamble stands here.\n".length());
    }

    @Test
    void claimsNoPlaceForAFewWordsThatStandAnywhere() {
        String later = "# Another document\n\nThe company sends a notice to its members about its backups every month.";

        assertThat(find("Backups are overwritten every month.", later)).isEqualTo(new Anchored.Gone());
        assertThat(find("advertisers", later + "\n\nThere are advertisers here."))
                .isEqualTo(new Anchored.Gone());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersWithAPlaceInsideTheTextOrWithNone(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("Word").append(random.nextInt(25)).append(random.nextInt(7) == 0 ? ".\n\n" : " ");
        }
        AgreementText before = reader.read(text.toString());
        AgreementText after = reader.read(text.toString().replace("Word" + random.nextInt(25), "Other"));
        QuoteFinder finder = QuoteFinder.from(before, after);

        for (int i = 0; i < 200; i++) {
            int start = random.nextInt(before.text().length() - 30);
            if (before.text().substring(start, start + 1 + random.nextInt(29)).isBlank()) {
                continue;
            }
            Anchored anchored = finder.find(Anchor.of(before, start, start + 29));
            if (anchored instanceof Anchored.Found found) {
                assertThat(found.position().end())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(after.text().length());
                assertThat(found.resemblance()).as("seed %d", seed).isBetween(0.0, 1.0);
            }
            assertThat(finder.find(Anchor.of(before, start, start + 29)))
                    .as("seed %d", seed)
                    .isEqualTo(anchored);
        }
    }

    @Test
    void refusesQuotesWithoutWordsAndPlacesWithoutLength() {
        assertThatThrownBy(() -> new TextQuoteSelector(" ", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextPositionSelector(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private Anchor anchor(String quote) {
        int start = old.text().indexOf(quote);
        return Anchor.of(old, start, start + quote.length());
    }

    private Anchored find(String quote, String later) {
        return QuoteFinder.from(old, reader.read(later)).find(anchor(quote));
    }

    private Anchored.Found found(String quote, String later) {
        Anchored anchored = find(quote, later);
        assertThat(anchored).isInstanceOf(Anchored.Found.class);
        return (Anchored.Found) anchored;
    }

    private String slice(String later, Anchored.Found found) {
        return reader.read(later)
                .text()
                .substring(found.position().start(), found.position().end());
    }
}
