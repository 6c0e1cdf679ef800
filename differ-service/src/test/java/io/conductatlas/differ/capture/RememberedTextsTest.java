package io.conductatlas.differ.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTextsTest {

    private final RememberedTexts texts = new RememberedTexts(100);

    @Test
    void keepsAsManyAsThereIsRoomForHoweverManyTheyAre() {
        IntStream.range(0, 50).forEach(i -> texts.remember("short " + i, text(1)));

        assertThat(IntStream.range(0, 50))
                .allSatisfy(i -> assertThat(texts.find("short " + i)).isPresent());
    }

    @Test
    void forgetsFirstWhatNobodyAskedForLongest() {
        texts.remember("a", text(20));
        texts.remember("b", text(20));
        assertThat(texts.find("a")).isPresent();

        texts.remember("c", text(20));

        assertThat(texts.find("a")).isPresent();
        assertThat(texts.find("b")).isEmpty();
        assertThat(texts.find("c")).isPresent();
    }

    @Test
    void aLongTextTakesTheRoomOfManyShortOnes() {
        List.of("a", "b", "c", "d").forEach(hash -> texts.remember(hash, text(10)));

        texts.remember("long", text(40));

        assertThat(texts.find("long")).isPresent();
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(hash -> assertThat(texts.find(hash)).isEmpty());
        assertThat(texts.find("d")).isPresent();
    }

    @Test
    void doesNotKeepWhatIsLongerThanAllTheRoom() {
        texts.remember("a", text(10));

        texts.remember("endless", text(51));

        assertThat(texts.find("endless")).isEmpty();
        assertThat(texts.find("a")).isPresent();
    }

    @Test
    void countsATextOnceThatIsRememberedTwice() {
        texts.remember("a", text(20));
        texts.remember("a", text(20));
        texts.remember("a", text(20));

        texts.remember("b", text(30));

        assertThat(texts.find("a")).isPresent();
        assertThat(texts.find("b")).isPresent();
    }

    /** Of that many characters as Markdown, and as many as plain text. */
    private static AgreementText text(int characters) {
        String words = "x".repeat(characters);
        return new AgreementText(words, words, List.of(), List.of());
    }
}
