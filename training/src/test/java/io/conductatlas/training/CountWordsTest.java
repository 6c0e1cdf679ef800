package io.conductatlas.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountWordsTest {

    @Test
    void countsAWordOnceInASentenceAndThoseFirstThatAreMostFrequent() {
        List<LabelledText> sentences = new ArrayList<>();
        for (int contract = 0; contract < 20; contract++) {
            sentences.add(sentence(contract, "We can't sell the boat, the oars or the 12 sails."));
            sentences.add(sentence(contract, "The boat has 3 oars."));
        }

        assertThat(CountWords.lines(sentences))
                .startsWith("1000 #", "1000 boat", "1000 oars", "1000 the", "500 12", "500 3", "500 can")
                .contains("500 not", "500 sell")
                .doesNotContain("500 cant", "500 t");
    }

    @Test
    void leavesOutWhatFewContractsSayHoweverOften() {
        List<LabelledText> sentences = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            sentences.add(sentence(i % 19, "Larkfield agrees."));
            sentences.add(sentence(i % 20, "We agree."));
        }

        assertThat(CountWords.lines(sentences)).containsExactly("500 agree", "500 we");
    }

    @Test
    void leavesOutWhatIsRare() {
        List<LabelledText> sentences = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            sentences.add(sentence(i % 40, i < 24 ? "oar" : i < 46 ? "sail" : "boat"));
        }

        assertThat(CountWords.lines(sentences)).containsExactly("977 boat", "12 oar");
    }

    private static LabelledText sentence(int contract, String text) {
        return new LabelledText("contract " + contract, text, Set.of());
    }
}
