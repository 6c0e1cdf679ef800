package io.conductatlas.documents.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.SiblingTexts;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.relocation.Relocation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RelocationFinderTest {
    private static final Instant DAY = Instant.parse("2026-03-02T06:00:00Z");
    private static final long SEED = 20_260_302;
    private static final int CASES = 100;
    private static final double FLOOR = 0.95;

    private final MarkdownReader reader = new MarkdownReader();
    private final RelocationFinder finder = new RelocationFinder(Duration.ofDays(14));

    @Test
    void findsAtLeastNineteenOfTwentyPlantedPassages() {
        int moved = 0;
        int weakened = 0;
        int split = 0;
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED + i);
            switch (i % 3) {
                case 0 -> moved += count(isFound(movedWhole(random)), "moved " + i, missed);
                case 1 -> weakened += count(isFound(movedAndWeakened(random)), "weakened " + i, missed);
                default -> split += count(isFound(splitInTwo(random)), "split " + i, missed);
            }
        }
        double share = (double) (moved + weakened + split) / CASES;

        assertThat(share)
                .as("seed %d: %d moved, %d weakened, %d split; missed %s", SEED, moved, weakened, split, missed)
                .isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void namesThePassageAndWhereItIsNow() {
        Planted planted = movedWhole(new Random(SEED));

        Relocation found = find(planted).get(0);

        assertThat(found.kind()).isEqualTo(Kind.RELOCATED);
        assertThat(found.wordsLost()).isEmpty();
        AgreementText before = planted.changes.get(0).before();
        AgreementText after = planted.changes.get(1).after();
        Relocation.Part part = found.parts().get(0);
        String stood = before.text().substring(found.start(), found.end()).replaceAll("\nPrivacy, part \\d", "");
        assertThat(after.text().substring(part.start(), part.end())).isEqualTo(stood);
    }

    @Test
    void quotesTheWordsThatWereLostOnTheWay() {
        String sentence =
                "We never share health entries or genetic results with advertisers or insurers without your written consent.";
        List<String> old = new Invented(new Random(SEED)).paragraphs(8);
        List<String> other = new Invented(new Random(SEED + 1)).paragraphs(8);
        String clause = old.get(3) + " " + sentence;
        List<String> withClause = new ArrayList<>(old);
        withClause.set(3, clause);
        List<String> received = new ArrayList<>(other);
        received.add(2, clause.replace(" without your written consent", "").replace(" or genetic results", ""));
        List<String> rest = new ArrayList<>(withClause);
        rest.remove(3);

        List<Relocation> found = find(new Planted(List.of(
                change("Privacy", withClause, rest, DAY), change("Terms", other, received, DAY.plusSeconds(60)))));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).wordsLost()).containsExactly("or genetic results", "without your written consent");
    }

    @Test
    void reportsNoSwappedCapturesMenusFootersCopiesOrCollapses() {
        for (int i = 0; i < 60; i++) {
            Random random = new Random(SEED + 1_000 + i);
            Planted planted = switch (i % 6) {
                case 0 -> swapped(random);
                case 1 -> menu(random);
                case 2 -> footerOfThree(random);
                case 3 -> copied(random);
                case 4 -> collapsed(random);
                default -> editedApart(random);
            };

            assertThat(find(planted))
                    .as("control %d, seed %d", i, SEED + 1_000 + i)
                    .isEmpty();
        }
    }

    @Test
    void forgetsWhatLiesFartherApartThanTheWindow() {
        Planted planted = movedWhole(new Random(SEED));
        ChangedDocument late = planted.changes.get(1);
        Planted apart = new Planted(List.of(
                planted.changes.get(0),
                new ChangedDocument(late.document(), late.before(), late.after(), DAY.plus(Duration.ofDays(15)))));

        assertThat(find(planted)).isNotEmpty();
        assertThat(find(apart)).isEmpty();
    }

    /** Changes of one platform, what its documents share, and what is to be found. */
    private record Planted(
            List<ChangedDocument> changes, SiblingTexts siblings, int targets, Kind kind, List<String> passage) {
        Planted(List<ChangedDocument> changes, List<String> passage) {
            this(changes, SiblingTexts.NONE, 1, Kind.RELOCATED, passage);
        }

        Planted(List<ChangedDocument> changes) {
            this(changes, List.of());
        }
    }

    private List<Relocation> find(Planted planted) {
        return finder.find(planted.changes, planted.siblings);
    }

    private boolean isFound(Planted planted) {
        List<Relocation> found = find(planted);
        return found.size() == 1
                && found.get(0).kind() == planted.kind
                && found.get(0).from().equals("Privacy")
                && found.get(0).parts().stream()
                                .map(Relocation.Part::document)
                                .distinct()
                                .count()
                        == planted.targets;
    }

    private static int count(boolean found, String name, List<String> missed) {
        if (!found) {
            missed.add(name);
        }
        return found ? 1 : 0;
    }

    private ChangedDocument change(String document, List<String> before, List<String> after, Instant at) {
        return new ChangedDocument(
                document,
                reader.read(Invented.agreement(document, before)),
                reader.read(Invented.agreement(document, after)),
                at);
    }

    private Planted movedWhole(Random random) {
        Invented invented = new Invented(random);
        List<String> privacy = invented.paragraphs(10);
        List<String> terms = invented.paragraphs(8 + random.nextInt(6));
        List<String> rest = edited(privacy, invented);
        List<String> received = edited(terms, invented);
        int at = 2 + random.nextInt(6);
        int length = 1 + random.nextInt(2);
        List<String> passage = new ArrayList<>(privacy.subList(at, at + length));
        passage.set(
                0, passage.get(0) + " " + invented.sentence() + " " + invented.sentence() + " " + invented.sentence());
        privacy.set(at, passage.get(0));
        rest.subList(at, at + length).clear();
        received.addAll(1 + random.nextInt(received.size() - 1), passage);
        return new Planted(
                List.of(
                        change("Privacy", privacy, rest, DAY),
                        change("Terms", terms, received, DAY.plus(Duration.ofDays(random.nextInt(28) - 14L)))),
                passage);
    }

    private Planted movedAndWeakened(Random random) {
        Planted whole = movedWhole(random);
        ChangedDocument source = whole.changes.get(0);
        ChangedDocument target = whole.changes.get(1);
        List<String> sentences = List.of(String.join(" ", whole.passage).split("(?<=\\.)\\s+", -1));
        String weaker = target.after().markdown();
        for (int i = 0; i < sentences.size(); i++) {
            if (i % 4 != 3) {
                weaker = weaker.replace(sentences.get(i), Invented.weakened(sentences.get(i)));
            }
        }
        return new Planted(
                List.of(
                        source,
                        new ChangedDocument(target.document(), target.before(), reader.read(weaker), target.at())),
                SiblingTexts.NONE,
                1,
                Kind.RELOCATED_AND_WEAKENED,
                sentences);
    }

    private Planted splitInTwo(Random random) {
        Invented invented = new Invented(random);
        List<String> privacy = invented.paragraphs(10);
        List<String> terms = invented.paragraphs(10);
        List<String> guidelines = invented.paragraphs(10);
        int at = 1 + random.nextInt(7);
        privacy.set(at, privacy.get(at) + " " + invented.sentence());
        privacy.set(at + 1, privacy.get(at + 1) + " " + invented.sentence());
        List<String> rest = edited(privacy, invented);
        List<String> one = edited(terms, invented);
        List<String> other = edited(guidelines, invented);
        one.add(2 + random.nextInt(5), privacy.get(at));
        other.add(2 + random.nextInt(5), privacy.get(at + 1));
        rest.subList(at, at + 2).clear();
        return new Planted(
                List.of(
                        change("Privacy", privacy, rest, DAY),
                        change("Terms", terms, one, DAY),
                        change("Guidelines", guidelines, other, DAY.plusSeconds(3_600))),
                SiblingTexts.NONE,
                2,
                Kind.RELOCATED,
                List.of());
    }

    /** The first paragraph is written anew, as happens on the same day. */
    private static List<String> edited(List<String> paragraphs, Invented invented) {
        List<String> edited = new ArrayList<>(paragraphs);
        edited.set(0, invented.paragraph());
        return edited;
    }

    private Planted swapped(Random random) {
        Invented invented = new Invented(random);
        List<String> privacy = invented.paragraphs(9);
        List<String> terms = invented.paragraphs(9);
        return new Planted(List.of(change("Privacy", privacy, terms, DAY), change("Terms", terms, privacy, DAY)));
    }

    private Planted menu(Random random) {
        Invented invented = new Invented(random);
        StringBuilder menu = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            String[] words = invented.sentence().split(" ", -1);
            String label = String.join(" ", List.of(words).subList(0, 2 + random.nextInt(3)));
            menu.append(
                    random.nextBoolean()
                            ? "*   [" + label + "](https://a.example/" + i + ")\n"
                            : "*   " + label + "\n");
        }
        List<String> privacy = invented.paragraphs(8);
        List<String> terms = invented.paragraphs(8);
        List<String> withMenu = new ArrayList<>(privacy);
        withMenu.add(0, menu.toString());
        List<String> received = new ArrayList<>(terms);
        received.add(menu.toString());
        return new Planted(List.of(change("Privacy", withMenu, privacy, DAY), change("Terms", terms, received, DAY)));
    }

    private Planted footerOfThree(Random random) {
        Invented invented = new Invented(random);
        String footer = invented.paragraph() + " " + invented.paragraph();
        List<String> privacy = invented.paragraphs(8);
        List<String> terms = invented.paragraphs(8);
        List<String> withFooter = new ArrayList<>(privacy);
        withFooter.add(footer);
        List<String> received = new ArrayList<>(terms);
        received.add(footer);
        List<AgreementText> documents = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<String> other = invented.paragraphs(5);
            other.add(footer);
            documents.add(reader.read(Invented.agreement("Other " + i, other)));
        }
        return new Planted(
                List.of(change("Privacy", withFooter, privacy, DAY), change("Terms", terms, received, DAY)),
                SiblingTexts.of(documents),
                1,
                Kind.RELOCATED,
                List.of());
    }

    /** In the target already, or still where it was. */
    private Planted copied(Random random) {
        Invented invented = new Invented(random);
        List<String> privacy = invented.paragraphs(10);
        List<String> terms = invented.paragraphs(10);
        String clause = privacy.get(4) + " " + invented.paragraph();
        privacy.set(4, clause);
        if (random.nextBoolean()) {
            List<String> both = new ArrayList<>(terms);
            both.add(clause);
            return new Planted(List.of(
                    change("Privacy", privacy, edited(privacy, invented), DAY), change("Terms", terms, both, DAY)));
        }
        terms.add(clause);
        List<String> rest = new ArrayList<>(privacy);
        rest.remove(4);
        return new Planted(
                List.of(change("Privacy", privacy, rest, DAY), change("Terms", terms, edited(terms, invented), DAY)));
    }

    private Planted collapsed(Random random) {
        Invented invented = new Invented(random);
        List<String> privacy = invented.paragraphs(12);
        List<String> terms = invented.paragraphs(12);
        List<String> received = new ArrayList<>(terms);
        received.addAll(3, privacy.subList(4, 7));
        return new Planted(
                List.of(change("Privacy", privacy, privacy.subList(0, 3), DAY), change("Terms", terms, received, DAY)));
    }

    private Planted editedApart(Random random) {
        Invented invented = new Invented(random);
        List<String> privacy = invented.paragraphs(12);
        List<String> terms = invented.paragraphs(12);
        List<String> rest = new ArrayList<>(privacy);
        rest.subList(3, 5).clear();
        List<String> received = new ArrayList<>(terms);
        received.addAll(5, invented.paragraphs(2));
        return new Planted(List.of(change("Privacy", privacy, rest, DAY), change("Terms", terms, received, DAY)));
    }
}
