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
        Files.writeString(folder.resolve(name + ".md"), text);
    }
}
