package io.conductatlas.documents.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.documents.variants.Decision.FlipBack;
import io.conductatlas.documents.variants.Decision.NewVersion;
import io.conductatlas.documents.variants.Decision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantRulesTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    private final VariantRules rules = new VariantRules();

    @Test
    void seesTheSameTextAsUnchangedAndAnotherAsNew() {
        List<Appearance> history = history("A 0");

        assertThat(rules.decide(history, at("A", 1))).isInstanceOf(Unchanged.class);
        assertThat(rules.decide(history, at("B", 1))).isEqualTo(new NewVersion(false, List.of()));
    }

    @Test
    void callsAReturnWithinADayFlapping() {
        FlipBack back = (FlipBack) rules.decide(history("A 0", "B 10"), at("A", 10.5));

        assertThat(back).isEqualTo(new FlipBack("A", true, false, false, true, List.of("A", "B")));
        assertThat(back.isNews()).isTrue();
    }

    @Test
    void notesAGroupOfVariantsOnce() {
        List<Appearance> history = history("A 0", "B 10", "A 12", "B 14", "A 16");

        FlipBack back = (FlipBack) rules.decide(history, at("B", 18));

        assertThat(back.noted()).isTrue();
        assertThat(back.isNews()).isFalse();
        assertThat(back.flapping()).isFalse();
    }

    @Test
    void takesAThirdTextThatTakesTurnsIntoTheGroup() {
        List<Appearance> history = history("A 0", "B 1", "A 2", "C 3", "A 4");

        FlipBack back = (FlipBack) rules.decide(history, at("B", 5));

        assertThat(back.group()).containsExactly("A", "B", "C");
        assertThat(back.noted()).isTrue();
    }

    @Test
    void tellsAReturnAsAChangeIfTheOtherTextHadStoodForAMonth() {
        assertThat(rules.decide(history("A 0", "B 10"), at("A", 39))).isInstanceOf(FlipBack.class);
        assertThat(rules.decide(history("A 0", "B 10"), at("A", 40))).isEqualTo(new NewVersion(true, List.of()));
    }

    @Test
    void keepsVariantsVariantsHoweverLongOneOfThemStands() {
        assertThat(rules.decide(history("A 0", "B 1", "A 2", "B 3"), at("A", 100)))
                .isInstanceOf(FlipBack.class);
    }

    @Test
    void forgetsATextAfterTwelveOthers() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            texts.add("T" + i + " " + i);
        }
        List<Appearance> history = history(texts.toArray(String[]::new));

        assertThat(rules.decide(history, at("T0", 13))).isInstanceOf(FlipBack.class);

        texts.add("T13 13");
        assertThat(rules.decide(history(texts.toArray(String[]::new)), at("T0", 14)))
                .isEqualTo(new NewVersion(true, List.of()));
    }

    @Test
    void recognisesAnEarlierWordingInAnotherForm() {
        List<Appearance> history = history("A 0", "B 1");
        Appearance sameWords = new Appearance("A2", "words of A", day(1.5));

        FlipBack back = (FlipBack) rules.decide(history, sameWords);

        assertThat(back.to()).isEqualTo("A");
        assertThat(back.exact()).isFalse();
    }

    @Test
    void saysNothingOfTextsThatTakeTurnsInTheirFormAlone() {
        List<Appearance> history =
                List.of(new Appearance("A1", "words of A", day(0)), new Appearance("A2", "words of A", day(1)));

        FlipBack back = (FlipBack) rules.decide(history, new Appearance("A1", "words of A", day(2)));

        assertThat(back.sameWords()).isTrue();
        assertThat(back.isNews()).isFalse();
    }

    @Test
    void namesTheVariantsThatANewTextMayFollow() {
        assertThat(rules.decide(history("A 0", "B 1", "A 2"), at("C", 3)))
                .isEqualTo(new NewVersion(false, List.of("B")));
        assertThat(rules.decide(history("A 0", "B 1", "A 2", "C 3"), at("D", 4)))
                .isEqualTo(new NewVersion(false, List.of("A", "B")));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> rules.decide(List.of(), at("A", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rules.decide(history("A 5"), at("B", 4))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Each a text and the day it appeared. */
    private static List<Appearance> history(String... appearances) {
        List<Appearance> history = new ArrayList<>();
        for (String appearance : appearances) {
            String[] parts = appearance.split(" ", -1);
            history.add(at(parts[0], Double.parseDouble(parts[1])));
        }
        return history;
    }

    private static Appearance at(String text, double day) {
        return new Appearance(text, "words of " + text, day(day));
    }

    private static Instant day(double day) {
        return START.plus(Duration.ofMinutes((long) (day * 24 * 60)));
    }
}
