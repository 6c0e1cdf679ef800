package io.conductatlas.alert.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.alert.fixtures.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HunkReaderTest {

    @Test
    void readsThePlacesWithTheirWords() throws IOException {
        List<Hunk> hunks = read(Words.OF_A_CHANGE);

        assertThat(hunks)
                .extracting(Hunk::kind)
                .containsExactly(Hunk.Kind.INSERTED, Hunk.Kind.EDITED, Hunk.Kind.DELETED, Hunk.Kind.EDITED);
        assertThat(hunks).extracting(Hunk::ofMeaning).containsExactly(true, true, true, false);
        assertThat(hunks.get(1).section()).isEqualTo("Privacy Policy › 9. Changes to this policy");
        assertThat(hunks.get(1).words())
                .containsExactly(
                        new Hunk.Words(Hunk.Side.BOTH, "You may object within "),
                        new Hunk.Words(Hunk.Side.OLD, "30"),
                        new Hunk.Words(Hunk.Side.NEW, "14"),
                        new Hunk.Words(Hunk.Side.BOTH, " days."));
    }

    @Test
    void aRemovedPlaceIsNamedAfterWhereItWas() throws IOException {
        assertThat(read(Words.OF_A_CHANGE).get(2).section()).isEqualTo("Privacy Policy › 9. Changes to this policy");
    }

    @Test
    void whereWordsAreNotToldApartTheSidesAreWhole() throws IOException {
        List<Hunk> hunks = read("{\"hunks\":[{\"kind\":\"EDITED\",\"before\":\"Old.\",\"after\":\"New.\"}]}");

        assertThat(hunks.get(0).words())
                .containsExactly(new Hunk.Words(Hunk.Side.OLD, "Old."), new Hunk.Words(Hunk.Side.NEW, "New."));
    }

    @Test
    void whatItDoesNotKnowItLeavesOut() throws IOException {
        assertThat(read("{\"hunks\":[{\"kind\":\"SPLIT\",\"before\":\"a\"},{\"kind\":\"DELETED\"}],\"x\":1}"))
                .isEmpty();
        assertThat(read("{}")).isEmpty();
    }

    private static List<Hunk> read(String json) throws IOException {
        return HunkReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
