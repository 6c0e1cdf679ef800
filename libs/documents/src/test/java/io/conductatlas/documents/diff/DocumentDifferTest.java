package io.conductatlas.documents.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
                "30 days | 14 days | SUBSTANTIVE"
            })
    void givesEachDifferenceItsClass(String from, String to, ChangeClass expected) {
        Diff diff = diff(BASE, BASE.replace(from, to));

        assertThat(diff.changeClass()).isEqualTo(expected);
        assertThat(diff.ofMeaning()).isEqualTo(expected == ChangeClass.SUBSTANTIVE);
    }

    @Test
    void slicesTheWordsItQuotesAndLeavesNothingOut() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            AgreementText before = reader.read(random(random, 1 + random.nextInt(60)));
            AgreementText after = reader.read(mutated(before.markdown(), random));

            Diff diff = differ.diff(before, after);

            StringBuilder rest = new StringBuilder(before.text());
            for (Hunk hunk : diff.hunks()) {
                assertThat(before.text().substring(hunk.beforeStart(), hunk.beforeEnd()))
                        .isEqualTo(hunk.before());
                assertThat(after.text().substring(hunk.afterStart(), hunk.afterEnd()))
                        .isEqualTo(hunk.after());
                assertThat(side(hunk, WordSpan.Op.DELETE)).isEqualTo(hunk.before());
                assertThat(side(hunk, WordSpan.Op.INSERT)).isEqualTo(hunk.after());
                blank(rest, hunk.beforeStart(), hunk.beforeEnd());
            }
            StringBuilder fresh = new StringBuilder(after.text());
            diff.hunks().forEach(hunk -> blank(fresh, hunk.afterStart(), hunk.afterEnd()));
            assertThat(words(rest)).isEqualTo(words(fresh));
            assertThat(differ.diff(before, after)).isEqualTo(diff);
        }
    }

    private Diff diff(String before, String after) {
        return differ.diff(reader.read(before), reader.read(after));
    }

    private static String side(Hunk hunk, WordSpan.Op own) {
        StringBuilder result = new StringBuilder();
        for (WordSpan span : hunk.words()) {
            if (span.op() == WordSpan.Op.EQUAL || span.op() == own) {
                result.append(span.text());
            }
        }
        return result.toString();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static List<String> words(CharSequence text) {
        List<String> words = new ArrayList<>(List.of(text.toString().trim().split("\\s+", -1)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String random(Random random, int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            int length = 1 + random.nextInt(12);
            text.append('S').append(random.nextInt(40));
            for (int k = 0; k < length; k++) {
                text.append(' ').append("word").append(random.nextInt(30));
            }
            text.append(random.nextInt(3) == 0 ? ".\n\n" : ". ");
        }
        return text.toString();
    }

    private static String mutated(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)", -1)));
        for (int i = random.nextInt(12); i > 0 && !words.isEmpty(); i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, "fresh" + random.nextInt(9) + " ");
                case 2 -> words.add(at, "Whole new sentence " + random.nextInt(9) + ".\n\n");
                default -> {
                    int to = random.nextInt(words.size());
                    List<String> part = new ArrayList<>(words.subList(Math.min(at, to), Math.max(at, to)));
                    words.removeAll(List.of());
                    words.subList(Math.min(at, to), Math.max(at, to)).clear();
                    words.addAll(random.nextInt(words.size() + 1), part);
                }
            }
        }
        return String.join("", words);
    }
}
