package io.conductatlas.differ.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.differ.document.Standing;
import io.conductatlas.events.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
    private static final UUID MENU = new UUID(0, 1);
    private static final UUID TERMS = new UUID(0, 2);

    @Test
    void areAllDocumentsOfAnOrdinaryPlatform() {
        List<Standing.Sibling> siblings = IntStream.range(0, 16)
                .mapToObj(i -> new Standing.Sibling(new UUID(1, i), text("text " + i, 60_000)))
                .toList();
        List<Standing.SiblingChange> changes = IntStream.range(0, 16)
                .mapToObj(i -> change(new UUID(1, i), 60_000, NOW.minus(Duration.ofDays(i))))
                .toList();

        Neighbours all = Neighbours.of(standing(siblings, changes), NOW);

        assertThat(all.texts()).hasSize(16);
        assertThat(all.changes()).isEqualTo(changes);
    }

    @Test
    void areNoMoreThanThereIsRoomForHoweverLongTheyAre() {
        List<Standing.Sibling> siblings = IntStream.range(0, 16)
                .mapToObj(i -> new Standing.Sibling(new UUID(1, i), text("text " + i, 1_100_000)))
                .toList();
        List<Standing.SiblingChange> changes = IntStream.range(0, 16)
                .mapToObj(i -> change(new UUID(1, i), 1_100_000, NOW.minus(Duration.ofDays(16 - i))))
                .toList();

        Neighbours some = Neighbours.of(standing(siblings, changes), NOW);

        assertThat(some.texts().stream().mapToLong(ObjectRef::size).sum())
                .isPositive()
                .isLessThanOrEqualTo(Neighbours.MOST_BYTES);
        assertThat(some.changes().stream()
                        .mapToLong(change ->
                                change.before().size() + change.after().size())
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(Neighbours.MOST_BYTES);
    }

    @Test
    void aTextThatIsTooLongByItselfKeepsNoOtherOut() {
        Standing.Sibling endless = new Standing.Sibling(MENU, text("endless", Neighbours.MOST_BYTES + 1));
        Standing.Sibling terms = new Standing.Sibling(TERMS, text("terms", 500));

        assertThat(Neighbours.of(standing(List.of(endless, terms), List.of()), NOW)
                        .texts())
                .containsExactly(terms.markdown());
    }

    @Test
    void theChangesNearestInTimeGoFirstAndAreInTheirOrder() {
        long half = Neighbours.MOST_BYTES / 4;
        Standing.SiblingChange far = change(MENU, half, NOW.minus(Duration.ofDays(9)));
        Standing.SiblingChange near = change(TERMS, half, NOW.minus(Duration.ofDays(2)));
        Standing.SiblingChange nearest = change(MENU, half, NOW.plus(Duration.ofDays(1)));

        assertThat(Neighbours.of(standing(List.of(), List.of(far, near, nearest)), NOW)
                        .changes())
                .containsExactly(near, nearest);
    }

    @Test
    void aTextIsTheOneFromBeforeTheChangesThatCameTogether() {
        Standing.Sibling menu = new Standing.Sibling(MENU, text("menu now", 500));
        Standing.Sibling terms = new Standing.Sibling(TERMS, text("terms now", 500));
        Standing.SiblingChange first = change(MENU, 400, NOW.minus(Duration.ofHours(20)));
        Standing.SiblingChange second = change(MENU, 400, NOW.minus(Duration.ofHours(2)));
        Standing.SiblingChange daysAgo = change(TERMS, 400, NOW.minus(Duration.ofDays(3)));

        assertThat(Neighbours.of(standing(List.of(menu, terms), List.of(daysAgo, first, second)), NOW)
                        .texts())
                .containsExactly(first.before(), terms.markdown());
    }

    private static Standing standing(List<Standing.Sibling> siblings, List<Standing.SiblingChange> changes) {
        return new Standing(List.of(), Set.of(), siblings, changes);
    }

    private static Standing.SiblingChange change(UUID document, long size, Instant at) {
        String id = "CA-C-" + at.getEpochSecond();
        return new Standing.SiblingChange(
                document, id, "CA-V-1", text(id + " before", size), "CA-V-2", text(id + " after", size), at);
    }

    private static ObjectRef text(String key, long size) {
        return new ObjectRef(key, "0".repeat(64), size);
    }
}
