package io.conductatlas.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every example that was ever published is still read, to the same content. Examples are only ever added. */
class GoldenTest {

    @ParameterizedTest
    @EnumSource
    void readsEveryGoldenExample(EventType type) throws IOException, URISyntaxException {
        for (Path golden : goldens(type)) {
            JsonNode json = Contracts.JSON.readTree(golden.toFile());

            AtlasEvent event = Contracts.JSON.treeToValue(json, type.record());

            assertThat(Contracts.validator(type).validate(json))
                    .as(golden.toString())
                    .isEmpty();
            assertThat(Contracts.JSON.readTree(Contracts.JSON.writeValueAsBytes(event)))
                    .as(golden.toString())
                    .isEqualTo(json);
        }
    }

    private static Iterable<Path> goldens(EventType type) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(
                        GoldenTest.class.getResource("/goldens/" + type.schemaName()), "no golden example of " + type)
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            var found = files.sorted().toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
