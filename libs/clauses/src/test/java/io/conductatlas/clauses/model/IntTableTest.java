package io.conductatlas.clauses.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntTableTest {

    /** Many keys that fall into one slot and share what a slot remembers of its key are among them. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsEachKeyAtItsPlaceAndNoOther(long seed) {
        Random random = new Random(seed);
        Map<Integer, Integer> places = new HashMap<>();
        while (places.size() < 5_000) {
            int key = random.nextBoolean() ? random.nextInt() : random.nextInt(50) << 17;
            places.putIfAbsent(key, places.size());
        }
        int[] keys = new int[places.size()];
        places.forEach((key, place) -> keys[place] = key);

        IntTable table = new IntTable(keys);

        places.forEach((key, place) -> assertThat(table.indexOf(key)).isEqualTo(place));
        for (int i = 0; i < 100_000; i++) {
            int key = random.nextInt();
            assertThat(table.indexOf(key)).isEqualTo(places.getOrDefault(key, -1));
        }
    }
}
