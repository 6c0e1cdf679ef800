package io.conductatlas.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.cli.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static final String OLD = "# Terms\n\nWe keep your data for 30 days.\n";
    private static final String NEW = "# Terms\n\nWe keep your data for 90 days.\n";

    private final ObjectMapper json = new ObjectMapper();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void printsTheWordsThatWentAndCame() throws IOException {
        run("--plain", file("old.md", OLD), file("new.md", NEW));

        assertThat(printed())
                .contains("We keep your data for [-30-]{+90+} days.")
                .contains("substantive");
    }

    @Test
    void printsTheHunksWithTheirOffsetsAsJson() throws IOException {
        run("--json", file("old.md", OLD), file("new.md", NEW));

        JsonNode hunk = json.readTree(printed()).path("hunks").path(0);
        assertThat(hunk.path("kind").asText()).isEqualTo("EDITED");
        assertThat("Terms\nWe keep your data for 30 days.\n"
                        .substring(
                                hunk.path("beforeStart").asInt(),
                                hunk.path("beforeEnd").asInt()))
                .isEqualTo(hunk.path("before").asText());
    }

    @Test
    void tellsTheEntriesThatCameWentAndChanged() throws IOException {
        String head = "## Sub-processors\n\n| Company | Country |\n| --- | --- |\n";
        String before = file("old.md", head + "| Alder | Spain |\n| Quill | France |\n| Fen | Italy |\n");
        String after = file("new.md", head + "| Mill | Malta |\n| Alder | Spain |\n| Quill | Ireland |\n");

        run("--plain", before, after);
        run("--json", before, after);

        assertThat(printed())
                .contains("+ Sub-processors: Mill | Malta\n")
                .contains("~ Sub-processors: Quill | France → Quill | Ireland\n")
                .contains("- Sub-processors: Fen | Italy\n");
        JsonNode entry = json.readTree(printed().substring(printed().indexOf("\n{") + 1))
                .path("entries")
                .path(0);
        assertThat(entry.path("kind").asText()).isEqualTo("ADDED");
        assertThat(entry.path("header").path(1).asText()).isEqualTo("Country");
        assertThat(entry.path("before").isNull()).isTrue();
        assertThat(entry.path("after").path("cells").path(0).path("text").asText())
                .isEqualTo("Mill");
    }

    @Test
    void writesALineForEachPairOfABatch() throws IOException {
        String pairs = pair("edit", OLD, NEW)
                + pair("bold", OLD, OLD.replace("data", "**data**"))
                + pair("same", OLD, OLD)
                + "\n"
                + pair("form", OLD, OLD.replace("data", "[**data**](https://a.example)"));

        List<JsonNode> results = batch(file("pairs.jsonl", pairs));

        assertThat(results)
                .extracting(result -> result.path("id").asText())
                .containsExactly("edit", "bold", "same", "form");
        assertThat(results)
                .extracting(result -> result.path("class").asText())
                .containsExactly("substantive", "markup_or_punctuation", "technical", "technical");
        assertThat(results)
                .extracting(result -> result.path("alert").asBoolean())
                .containsExactly(true, false, false, false);
        JsonNode edit = results.get(0);
        assertThat(edit.fieldNames())
                .toIterable()
                .containsExactly(
                        "id", "class", "alert", "significance", "added", "removed", "modified", "moved", "cpu_ms");
        assertThat(edit.path("modified").asInt()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("4 pairs compared, 1 to be told");
    }

    @Test
    void readsPackedPairs() throws IOException {
        Path packed = folder.resolve("pairs.jsonl.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(packed))) {
            bytes.write(pair("edit", OLD, NEW).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(batch(packed.toString())).hasSize(1);
    }

    @Test
    void saysInOneLineWhatIsWrong() throws IOException {
        String old = file("old.md", OLD);
        String results = folder.resolve("results.jsonl").toString();

        assertThatThrownBy(() -> run(old, "absent.md"))
                .isInstanceOf(UsageException.class)
                .hasMessage("there is no file absent.md");
        assertThatThrownBy(() -> run(old)).hasMessage("2 files expected, 1 given");
        assertThatThrownBy(() -> run("--batch", old)).hasMessage("--out is missing");
        assertThatThrownBy(() -> run("--out", results, old, old)).hasMessage("--out belongs to --batch");
        assertThatThrownBy(() -> run("--batch", file("broken.jsonl", pair("a", OLD, NEW) + "{"), "--out", results))
                .hasMessageContaining("broken.jsonl line 2 is not JSON");
        assertThatThrownBy(() -> run("--batch", file("half.jsonl", "{\"id\":1,\"before\":\"x\"}"), "--out", results))
                .hasMessageContaining("half.jsonl line 1 has no text after");
        Files.write(folder.resolve("bytes.md"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> run(old, folder.resolve("bytes.md").toString()))
                .hasMessageContaining("is not text in UTF-8");
    }

    @Test
    void explainsItself() throws IOException {
        assertThat(run("--help")).isZero();

        assertThat(printed()).isEqualTo(DiffCommand.HELP);
    }

    private int run(String... arguments) throws IOException {
        return new DiffCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private List<JsonNode> batch(String pairs) throws IOException {
        Path results = folder.resolve("results.jsonl");
        run("--batch", pairs, "--out", results.toString());
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(results)) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String pair(String id, String before, String after) throws IOException {
        return json.writeValueAsString(json.createObjectNode()
                        .put("id", id)
                        .put("before", before)
                        .put("after", after)) + "\n";
    }
}
