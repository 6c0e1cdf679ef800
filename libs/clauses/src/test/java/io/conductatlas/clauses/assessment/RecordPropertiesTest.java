package io.conductatlas.clauses.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the record of any change; the changes are drawn from invented paragraphs, the seed is in each name. */
class RecordPropertiesTest {
    private static final int CHANGES = 60;
    private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
    private static final List<String> SECTIONS =
            List.of("Collection", "Sharing", "Your choices", "Disputes", "Accounts", "Content", "Payment", "Changes");
    private static final List<String> SENTENCES = List.of(
            "We collect your name and e-mail address when you open an account.",
            "We may collect your precise location, including but not limited to GPS data, in the background.",
            "We share personal data with service providers that host our systems.",
            "We share your device identifiers with advertising partners, who may use them for their own purposes.",
            "We do not sell your personal information.",
            "We sell your personal information to data partners.",
            "You can opt out of the use of your data for advertising in your account settings.",
            "You may request that we delete your personal data within 30 days.",
            "You have the right to access the personal data we hold about you.",
            "You and Larkfield agree to resolve any dispute through final and binding arbitration.",
            "You waive the right to take part in a class action.",
            "You may opt out of arbitration by writing to us within 30 days of accepting these terms.",
            "We may suspend or terminate your account at any time, for any reason and without notice.",
            "You may appeal a decision to close your account.",
            "You grant us a worldwide, perpetual licence to use, modify and distribute your content.",
            "You retain all ownership rights in your content.",
            "We will not use your content to train our machine learning models.",
            "We may use your content to train our machine learning models unless you opt out.",
            "Your subscription renews automatically unless you cancel at least 7 days before the term ends.",
            "We may change these terms at any time; continued use of the service means that you accept them.",
            "We will notify you of changes at least 30 days in advance.",
            "We use encryption to protect your personal information.",
            "Our mascot is a lark called Pip who likes seeds very much.",
            "Personal data are transferred to the United States under standard contractual clauses.",
            "We keep your data for as long as your account is open.",
            "Parents may ask us to delete the data of children under 13.",
            "California residents have the right to opt out of the sale of their data.");
    private static final Set<String> FOR_PEOPLE = Set.of(
            "rights-expansion",
            "data-sharing-restriction",
            "ai-training-limits",
            "transparency-gain",
            "content-rights-limits",
            "wording-strengthened");
    private static final Set<String> AGAINST_PEOPLE = Set.of(
            "rights-reduction",
            "liability-shift",
            "data-collection-expansion",
            "data-sharing-expansion",
            "advertising-use-expansion",
            "ai-training-rights",
            "tracking-expansion",
            "transparency-removal",
            "financial-exposure",
            "content-rights-expansion",
            "account-control-expansion",
            "notice-reduction",
            "wording-weakened");

    private record Pair(long seed, String before, String after) {
        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Pair> changes() {
        return new Random(20_261_126).longs(CHANGES).mapToObj(RecordPropertiesTest::change);
    }

    private static Pair change(long seed) {
        Random random = new Random(seed);
        List<List<String>> before = new ArrayList<>();
        List<List<String>> after = new ArrayList<>();
        for (int i = 0; i < SECTIONS.size(); i++) {
            List<String> was = new ArrayList<>();
            List<String> is = new ArrayList<>();
            for (String sentence : SENTENCES) {
                if (random.nextInt(SECTIONS.size()) == 0) {
                    int fate = random.nextInt(10);
                    if (fate != 0) {
                        was.add(sentence);
                    }
                    if (fate == 1) {
                        is.add(edited(sentence, random));
                    } else if (fate != 2) {
                        is.add(sentence);
                    }
                }
            }
            before.add(was);
            after.add(is);
        }
        return new Pair(seed, write(before), write(after));
    }

    private static String edited(String sentence, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> sentence.replace(" will ", " may ").replace(" may ", " will ");
            case 1 -> sentence.replace(".", ", at our sole discretion.");
            case 2 -> sentence.replace("personal", "some personal").replace("your", "any of your");
            default -> sentence.replace("We ", "Larkfield and its affiliates ").replace("You ", "Each user ");
        };
    }

    private static String write(List<List<String>> sections) {
        StringBuilder text = new StringBuilder("# Larkfield Terms\n\n");
        for (int i = 0; i < sections.size(); i++) {
            text.append("## ").append(SECTIONS.get(i)).append("\n\n");
            text.append(String.join(" ", sections.get(i))).append("\n\n");
        }
        return text.toString();
    }

    private static List<Statement> all(Assessment assessment) {
        List<Statement> all = new ArrayList<>(assessment.summary());
        assessment.blocks().forEach(block -> all.addAll(block.statements()));
        return all;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void quotesOnlyWhatOneOfTheTextsSays(Pair pair) {
        Subject subject = Texts.change(pair.before(), pair.after());
        String texts =
                line(subject.before().text()) + "\n" + line(subject.after().text());
        Set<String> words = new HashSet<>();
        for (Wording wording : Texts.CATALOGUE.wordings()) {
            words.add(wording.text());
        }

        Assessment assessment = new ChangeAssessor(Texts.CATALOGUE).assess(subject);

        for (Statement statement : all(assessment)) {
            Matcher quotes = QUOTED.matcher(statement.text());
            while (quotes.find()) {
                for (String part : quotes.group(1).split("…")) {
                    if (!words.contains(part) && !catalogueSays(part)) {
                        assertThat(texts).as(statement.text()).contains(line(part));
                    }
                }
            }
        }
    }

    /** The catalogue's own advice may put a word in quotation marks. */
    private static boolean catalogueSays(String part) {
        return Texts.CATALOGUE.types().stream()
                .anyMatch(type -> type.enforcement().contains("“" + part + "”"));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void backsEverySentenceButThoseOnDatesAndOnItself(Pair pair) {
        Subject subject = Texts.change(pair.before(), pair.after());

        Assessment assessment = new ChangeAssessor(Texts.CATALOGUE).assess(subject);

        for (Statement statement : all(assessment)) {
            boolean ofItself = statement.text().startsWith("This record");
            boolean nothingChanged = subject.diff().hunks().isEmpty();
            assertThat(statement.basis().isEmpty()).as(statement.text()).isEqualTo(ofItself || nothingChanged);
            for (Basis basis : statement.basis()) {
                int length = basis.side() == Basis.Side.BEFORE
                        ? subject.before().text().length()
                        : subject.after().text().length();
                assertThat(basis.start()).isBetween(0, basis.end());
                assertThat(basis.end()).isLessThanOrEqualTo(length);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void givesNoLabelThatTheDirectionContradicts(Pair pair) {
        Assessment assessment = Texts.assess(pair.before(), pair.after());

        assertThat(assessment.provisions()).allSatisfy(provision -> {
            if (provision.direction() == Direction.POSITIVE) {
                assertThat(AGAINST_PEOPLE).doesNotContain(provision.label());
            }
            if (provision.direction() == Direction.NEGATIVE) {
                assertThat(FOR_PEOPLE).doesNotContain(provision.label());
            }
            if (provision.label().equals("transparency-removal")) {
                assertThat(provision.effect()).isEqualTo(Effect.REMOVED);
                assertThat(assessment.provisions())
                        .noneMatch(
                                other -> other.kind().equals(provision.kind()) && other.effect() == Effect.INTRODUCED);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    void saysTheSameOfTheMirroredChangeTheOtherWayRound(Pair pair) {
        Assessment there = Texts.assess(pair.before(), pair.after());
        Assessment back = Texts.assess(pair.after(), pair.before());

        assertThat(back.provisions().stream()
                        .filter(p -> p.effect() == Effect.REMOVED)
                        .count())
                .isEqualTo(there.provisions().stream()
                        .filter(p -> p.effect() == Effect.INTRODUCED)
                        .count());
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("gives byte for byte the same record again, from a catalogue read anew")
    void givesTheSameBytesAgain(Pair pair) throws JsonProcessingException {
        JsonMapper json = JsonMapper.builder().build();

        byte[] once = json.writeValueAsBytes(Texts.assess(pair.before(), pair.after()));
        byte[] again = json.writeValueAsBytes(
                new ChangeAssessor(Catalogue.bundled()).assess(Texts.change(pair.before(), pair.after())));

        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void givesNoVerdictAndLeavesNoGap(Pair pair) {
        Assessment assessment = Texts.assess(pair.before(), pair.after());

        assertThat(assessment.title()).isNotBlank().doesNotContain("  ");
        for (Statement statement : all(assessment)) {
            String own = QUOTED.matcher(statement.text()).replaceAll("“”").toLowerCase(Locale.ROOT);
            assertThat(own)
                    .doesNotContain("illegal")
                    .doesNotContain("unlawful")
                    .doesNotContain("  ")
                    .doesNotContain(" .")
                    .doesNotContain("..")
                    .doesNotContain("null");
            assertThat(statement.text()).matches("(?s).*(\\.|[.!?…]”)");
        }
    }
}
