package io.conductatlas.documents.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every pair of texts; a failure names the seed that makes it again. */
class DiffPropertiesTest {
    private static final long SEED = 41;
    private static final int ROUNDS = 400;

    private final MarkdownReader reader = new MarkdownReader();
    private final DocumentDiffer differ = new DocumentDiffer();

    @Test
    void turnsTheOldTextIntoTheNewOneByItsHunks() {
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = pair(SEED + round);

            Diff diff = differ.diff(pair.before, pair.after);

            assertThat(applied(diff, pair.before, pair.after))
                    .as("seed %d", SEED + round)
                    .isEqualTo(squeezed(pair.after.text()));
        }
    }

    @Test
    void quotesWhatStandsAtItsOffsetsAndSpellsBothSidesByItsSpans() {
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = pair(SEED + round);

            for (Hunk hunk : differ.diff(pair.before, pair.after).hunks()) {
                assertThat(pair.before.text().substring(hunk.beforeStart(), hunk.beforeEnd()))
                        .as("seed %d", SEED + round)
                        .isEqualTo(hunk.before())
                        .isEqualTo(side(hunk, WordSpan.Op.DELETE));
                assertThat(pair.after.text().substring(hunk.afterStart(), hunk.afterEnd()))
                        .as("seed %d", SEED + round)
                        .isEqualTo(hunk.after())
                        .isEqualTo(side(hunk, WordSpan.Op.INSERT));
            }
        }
    }

    @Test
    void givesTheSameAnswerEachTimeAndNoHunkThatShowsNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = pair(SEED + round);

            Diff diff = differ.diff(pair.before, pair.after);

            assertThat(new DocumentDiffer().diff(pair.before, pair.after))
                    .as("seed %d", SEED + round)
                    .isEqualTo(diff);
            assertThat(diff.hunks())
                    .as("seed %d", SEED + round)
                    .allMatch(hunk ->
                            hunk.kind() == HunkKind.MOVED || !hunk.before().equals(hunk.after()));
            assertThat(diff.significance()).as("seed %d", SEED + round).isBetween(0.0, 1.0);
        }
    }

    @Test
    void findsNothingBetweenATextAndItself() {
        for (int round = 0; round < 50; round++) {
            AgreementText text = pair(SEED + round).before;

            assertThat(differ.diff(text, text).hunks())
                    .as("seed %d", SEED + round)
                    .isEmpty();
        }
    }

    /** Inputs made to be slow or to break what assumes ordinary texts: they come through, whole and by the same rules. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one line",
                "a line of two million characters",
                "same sentences",
                "two sentences in turn",
                "no common word",
                "every sentence a heading",
                "random characters",
                "half of a pair of surrogates",
                "one long word"
            })
    void comesThroughWhatIsMadeToStopIt(String kind) {
        Pair pair = hostile(kind, new Random(SEED));

        Diff diff = differ.diff(pair.before, pair.after);

        assertThat(applied(diff, pair.before, pair.after)).isEqualTo(squeezed(pair.after.text()));
    }

    /** Two texts. */
    private record Pair(AgreementText before, AgreementText after) {}

    private Pair pair(long seed) {
        Random random = new Random(seed);
        AgreementText before = reader.read(invented(random, 1 + random.nextInt(60)));
        return new Pair(before, reader.read(changed(before.markdown(), random)));
    }

    private Pair hostile(String kind, Random random) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        switch (kind) {
            case "one line" -> {
                for (int i = 0; i < 60_000; i++) {
                    before.append("word").append(random.nextInt(500)).append(' ');
                    after.append("word").append(random.nextInt(500)).append(' ');
                }
            }
            case "a line of two million characters" -> {
                before.append("We share it with all ")
                        .append("alpha beta ".repeat(100_000))
                        .append("and that is so.");
                after.append("We share it with any ")
                        .append("alpha beta ".repeat(100_000))
                        .append("but that is so.");
            }
            case "same sentences" -> {
                before.append("We share it. ".repeat(20_000));
                after.append("We share it. ".repeat(19_000));
            }
            case "two sentences in turn" -> {
                before.append("We share it now. They sell it then. ".repeat(8_000));
                after.append("They sell it then. We share it now. ".repeat(8_000));
            }
            case "no common word" -> {
                for (int i = 0; i < 6_000; i++) {
                    before.append("Alpha")
                            .append(i)
                            .append(" beta")
                            .append(i)
                            .append(" gamma")
                            .append(i)
                            .append(". ");
                    after.append("Delta")
                            .append(i)
                            .append(" epsilon")
                            .append(i)
                            .append(" zeta")
                            .append(i)
                            .append(". ");
                }
            }
            case "every sentence a heading" -> {
                for (int i = 0; i < 8_000; i++) {
                    before.append("## Part ").append(i).append("\n\n");
                    after.append("## Chapter ").append(i).append("\n\n");
                }
            }
            case "random characters" -> {
                for (int i = 0; i < 100_000; i++) {
                    before.append((char) random.nextInt(0xD800));
                    after.append((char) random.nextInt(0xD800));
                }
            }
            case "half of a pair of surrogates" -> {
                before.append("We share \uD83D it with 😀 all. ".repeat(50));
                after.append("We share \uDE00 it with 😁 all. ".repeat(50));
            }
            case "one long word" -> {
                before.append("a".repeat(1_000_000));
                after.append("a".repeat(999_999)).append('b');
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return new Pair(reader.read(before.toString()), reader.read(after.toString()));
    }

    /**
     * The old text with each hunk's old words taken out and its new ones put in at its place. White space is left out on both sides:
     * between two sentences that stayed, a paragraph may have been opened or closed.
     */
    private static String applied(Diff diff, AgreementText before, AgreementText after) {
        boolean[] taken = new boolean[before.text().length()];
        for (Hunk hunk : diff.hunks()) {
            for (int i = hunk.beforeStart(); i < hunk.beforeEnd(); i++) {
                taken[i] = true;
            }
        }
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                kept.append(before.text().charAt(i));
            }
        }
        String rest = squeezed(kept.toString());
        List<Hunk> inOrder = new ArrayList<>(diff.hunks());
        inOrder.sort(Comparator.comparingInt(Hunk::afterStart).thenComparingInt(Hunk::afterEnd));
        StringBuilder result = new StringBuilder();
        int used = 0;
        int counted = 0;
        int place = 0;
        for (Hunk hunk : inOrder) {
            place +=
                    squeezed(after.text().substring(counted, hunk.afterStart())).length();
            counted = hunk.afterStart();
            int wanted = place - result.length();
            result.append(rest, used, used + wanted);
            used += wanted;
            result.append(squeezed(hunk.after()));
        }
        return result.append(rest, used, rest.length()).toString();
    }

    private static String squeezed(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\n') {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
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

    private static String invented(Random random, int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            if (random.nextInt(8) == 0) {
                text.append("\n\n## Part ").append(random.nextInt(9)).append("\n\n");
            }
            if (random.nextInt(8) == 0) {
                text.append("\n\n*   ");
            }
            text.append('S').append(random.nextInt(40));
            for (int k = 1 + random.nextInt(12); k > 0; k--) {
                text.append(random.nextInt(9) == 0 ? ", " : " ").append("word").append(random.nextInt(30));
            }
            text.append(random.nextInt(3) == 0 ? ".\n\n" : ". ");
        }
        return text.toString();
    }

    private static String changed(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)", -1)));
        for (int i = random.nextInt(12); i > 0 && !words.isEmpty(); i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, "fresh" + random.nextInt(9) + " ");
                case 2 -> words.add(at, "Whole new sentence " + random.nextInt(9) + ".\n\n");
                default -> {
                    int to = random.nextInt(words.size());
                    List<String> stretch = words.subList(Math.min(at, to), Math.max(at, to));
                    List<String> part = new ArrayList<>(stretch);
                    stretch.clear();
                    words.addAll(random.nextInt(words.size() + 1), part);
                }
            }
        }
        return String.join("", words);
    }
}
