package io.conductatlas.cli.classify;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void printsProvisionsWithQuotesAndRegulations() throws IOException {
        Path terms = Files.writeString(
                folder.resolve("terms.md"),
                "# Terms\n\nYou and Brightwell agree to resolve any dispute through final and binding arbitration.\n");

        assertThat(run(terms.toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Mandatory arbitration")
                .contains("“You and Brightwell agree to resolve any dispute through final and binding arbitration.”")
                .contains("9 U.S.C. 2")
                .contains("1 provision in 2 sentences, catalogue ");
    }

    @Test
    void givesTheSameAsJson() throws IOException {
        String text = "We may sell your personal information to advertisers.";
        Path policy = Files.writeString(folder.resolve("policy.md"), text);

        run("--json", policy.toString());

        JsonNode provision = new ObjectMapper()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("provisions")
                .path(0);
        JsonNode quote = provision.path("quotes").path(0);
        assertThat(text.substring(quote.path("start").asInt(), quote.path("end").asInt()))
                .isEqualTo(quote.path("text").asText());
        assertThat(provision.path("evidence")).isNotEmpty();
    }

    @Test
    void labelsEachLineOfABatch() throws IOException {
        Path texts = Files.writeString(
                folder.resolve("texts.jsonl"),
                "{\"text\": \"We may suspend or terminate your account at any time.\"}\n"
                        + "{\"text\": \"Hello there.\"}\n");
        Path results = folder.resolve("results.jsonl");

        run("--batch", texts.toString(), "--labels", "unfair-tos", "--out", results.toString());

        List<String> lines = Files.readAllLines(results);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"labels\":[\"TER\"],\"scores\":{\"TER\":");
        assertThat(lines.get(1)).isEqualTo("{\"labels\":[],\"scores\":{}}");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2 texts labelled");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"text\": \"a\"}\n{\"body\": 1}\n");
        String results = folder.resolve("results.jsonl").toString();

        assertThatThrownBy(() -> run("--batch", broken.toString(), "--out", results))
                .hasMessageEndingWith("broken.jsonl:2: no \"text\" in this line");
        assertThatThrownBy(() -> run("--batch", broken.toString(), "--labels", "mine", "--out", results))
                .hasMessageContaining("no label set mine; there are catalogue, unfair-tos, opp115, tosdr");
        assertThatThrownBy(() -> run("nowhere.md")).hasMessageContaining("there is no file nowhere.md");
        assertThatThrownBy(() -> run("--batch", "nowhere.jsonl", "--out", results))
                .hasMessageContaining("there is no file nowhere.jsonl");
    }

    private int run(String... arguments) throws IOException {
        return new ClassifyCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
