package io.conductatlas.alert.mail;

import static io.conductatlas.alert.fixtures.Fixtures.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.alert.changes.Hunk;
import io.conductatlas.alert.changes.Hunk.Kind;
import io.conductatlas.alert.changes.Hunk.Side;
import io.conductatlas.alert.mail.ChangeCard.Fact;
import io.conductatlas.secrets.MasterKey;
import io.conductatlas.secrets.SignedTokens;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeCardsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ROOM = 5_000;

    private final ChangeCards cards = new ChangeCards(new Links(
            "https://atlas.example",
            new SignedTokens(MasterKey.fromBase64("dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk="))));

    @Test
    void threeDatesAreThreeDatesAndNoneIsInvented() {
        assertThat(cards.card(aChange().build(), List.of(), BERLIN, ROOM).dates())
                .containsExactly(
                        new Fact("Detected", "18 November 2026, 10:24 Europe/Berlin (UTC+01:00)"),
                        new Fact("Published", "not stated in the document"),
                        new Fact("Effective", "1 January 2027 (44 days after it was detected)"));
        assertThat(effective(null)).isEqualTo("not stated in the document");
        assertThat(effective(LocalDate.of(2026, 11, 18))).isEqualTo("18 November 2026 (the day it was detected)");
        assertThat(effective(LocalDate.of(2026, 11, 17))).isEqualTo("17 November 2026 (1 day before it was detected)");
    }

    @Test
    void whatHasNoBearingOnMeaningIsCountedAndNotShown() {
        ChangeCard card =
                cards.card(aChange().build(), List.of(hunk(true, "New words."), hunk(false, "1 May")), BERLIN, ROOM);

        assertThat(card.hunks()).hasSize(1);
        assertThat(card.otherHunks()).isEqualTo(1);
        assertThat(card.moreHunks()).isZero();
    }

    @Test
    void aLongChangeIsShownInPartAndSaysSo() {
        List<Hunk> many = Collections.nCopies(200, hunk(true, "Some forty characters of new words here."));

        ChangeCard card = cards.card(aChange().build(), many, BERLIN, ROOM);

        assertThat(card.hunks()).hasSize(12);
        assertThat(card.moreHunks()).isEqualTo(188);
    }

    @Test
    void oneEndlessSentenceIsCutBetweenWords() {
        ChangeCard card = cards.card(aChange().build(), List.of(hunk(true, "lorem ".repeat(5_000))), BERLIN, ROOM);

        assertThat(card.hunks().get(0).runs().get(0).text())
                .hasSizeLessThan(1_210)
                .endsWith("lorem …");
    }

    @Test
    void wordsThatStayedAreShownNextToThoseThatDidNot() {
        String stayed = "word ".repeat(200);
        Hunk hunk = new Hunk(
                Kind.EDITED,
                "",
                true,
                List.of(
                        new Hunk.Words(Side.BOTH, stayed),
                        new Hunk.Words(Side.NEW, "never "),
                        new Hunk.Words(Side.BOTH, stayed)));

        List<ChangeCard.Run> runs = cards.card(aChange().build(), List.of(hunk), BERLIN, ROOM)
                .hunks()
                .get(0)
                .runs();

        assertThat(runs.get(0).text()).startsWith(" … word").endsWith("word ").hasSizeLessThan(200);
        assertThat(runs.get(2).text()).startsWith("word").endsWith("word … ").hasSizeLessThan(200);
    }

    private String effective(LocalDate date) {
        return cards.card(aChange().effective(date).build(), List.of(), BERLIN, ROOM)
                .dates()
                .get(2)
                .value();
    }

    private static Hunk hunk(boolean ofMeaning, String words) {
        return new Hunk(Kind.INSERTED, "", ofMeaning, List.of(new Hunk.Words(Side.NEW, words)));
    }
}
