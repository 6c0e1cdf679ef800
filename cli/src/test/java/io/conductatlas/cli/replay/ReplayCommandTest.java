package io.conductatlas.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final String NORTH = """
            # Larkfield terms

            Effective date: 1 May 2026

            We keep your account data for as long as you have an account, and we delete it within thirty days after you close
            your account. We never sell what we know about you, and we tell nobody where you are.

            The courts of Larkfield decide on disputes between you and us.
            """;
    private static final String SOUTH = NORTH.replace("courts of Larkfield", "courts of Plover Bay");
    private static final String CLAUSE =
            "\nAdvertisers may receive addresses in hashed form from the first of next month on.\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsRealChangesOnceAndNotesVariantsOnce() throws IOException {
        write("20260301T060000", NORTH);
        write("20260302T060000", SOUTH);
        write("20260303T060000", NORTH);
        write("20260304T060000", SOUTH);
        write("20260305T060000", SOUTH + CLAUSE);
        write("20260306T060000", NORTH + CLAUSE);
        write("20260307T060000", SOUTH + CLAUSE);

        assertThat(replayed())
                .extracting(line ->
                        line.path("version").asInt() + " " + line.path("told").asText())
                .containsExactly("1 nothing", "2 alert", "1 note", "2 nothing", "3 alert", "4 nothing", "3 note");
    }

    @Test
    void refusesAnErrorPageAndSeesTheNextTextAsTheSame() throws IOException {
        write("20260301T060000", NORTH);
        write("20260302T060000", "# Page not found\n\nThe page you are looking for does not exist.\n");
        write("20260303T060000", NORTH);

        assertThat(replayed()).extracting(line -> line.path("told").asText()).containsExactly("nothing", "refused");
    }

    @Test
    void tellsOfAnotherDayAndKeepsQuietAboutAnotherExtractor() throws IOException {
        write("20260301T060000", NORTH);
        write("20260302T060000", NORTH.replace("1 May", "1 July"));
        write("20260303T060000", NORTH.replace("1 May", "1 July").replace("never", "**never**") + CLAUSE);
        Files.writeString(folder.resolve("meta.tsv"), "file\tkind\n20260303T060000.md\ttechnical\n");

        List<JsonNode> lines = replayed();

        assertThat(lines).extracting(line -> line.path("told").asText()).containsExactly("nothing", "date", "nothing");
        assertThat(lines.get(1).path("detail").asText()).contains("applies from 2026-07-01 (was 2026-05-01)");
    }

    @Test
    void tellsWhatWentFromOneDocumentToAnother() throws IOException {
        String passage =
                "\n## Where we are and what follows from it\n\nWhoever visits our stations in the hills may leave boxes of up to twenty"
                        + " kilograms with the warden for three weeks, and the warden writes each of them down in a book that hikers can read"
                        + " at the counter. Boxes that nobody has asked for after three weeks go to the museum in the valley, which keeps"
                        + " what is inside for a year and sells it afterwards in favour of the mountain rescue.\n";
        String rules =
                "# House rules\n\nGuests of the stations take off their boots at the door and hang wet coats over the stove in the hall."
                        + " Whoever cooks leaves the kitchen as clean as it was, and wood is fetched from the shed before dark."
                        + " Dogs sleep in the porch. From ten in the evening until six in the morning nobody plays music, and lamps are"
                        + " put out in the dormitories.\n";
        write("terms/20260301T060000", NORTH + passage);
        write("rules/20260301T060000", rules);
        write("terms/20260310T060000", NORTH);
        write("rules/20260312T060000", rules + passage);

        assertThat(replayed())
                .filteredOn(line -> line.path("what").asText().equals("relocated"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("document").asText()).isEqualTo("terms");
                    assertThat(line.path("at").asText()).isEqualTo("2026-03-12T06:00:00Z");
                    assertThat(line.path("detail").asText()).startsWith("to rules, 1.00 of its words: “");
                });
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertThatThrownBy(() -> run(folder.resolve("absent").toString())).hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> run(folder.toString())).hasMessageContaining("no files named like");
    }

    private List<JsonNode> replayed() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run("--json", folder.toString()).lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static String run(String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReplayCommand(new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(arguments));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
