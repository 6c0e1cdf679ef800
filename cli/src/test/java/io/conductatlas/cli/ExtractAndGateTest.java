package io.conductatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractAndGateTest {
    private static final String PAGE =
            "<body><nav><a href=/a>Home</a></nav><main><h1>Terms of Service</h1><p>You agree to these terms"
                    + " when you use the service, and <a href='/x'>we may change them</a> with notice to you.</p></main></body>";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheAgreementOfAPage() throws IOException {
        Path page = file("page.html", PAGE);

        int exit = atlas("extract", "--url", "https://tillmoor.example/legal/terms", page.toString());

        assertThat(exit).isZero();
        assertThat(text(out))
                .startsWith("Terms of Service\n================\n\nYou agree")
                .contains("[we may change them](https://tillmoor.example/x)")
                .doesNotContain("Home");
    }

    @Test
    void combinesPagesByTheirDeclaration() throws IOException {
        Path declaration = file(
                "d.json",
                "{\"combine\": [{\"fetch\": \"https://a.example/1\", \"select\": \"h1\"}, {\"fetch\": \"https://a.example/2\"}],"
                        + " \"select\": \"p\", \"filter\": [{\"removeQueryParams\": [\"utm_source\"]}]}");
        Path first = file("1.html", PAGE);
        Path second = file("2.html", "<p><a href='/b?utm_source=m'>two</a></p>");

        int exit = atlas("extract", "--declaration", declaration.toString(), first.toString(), second.toString());

        assertThat(exit).isZero();
        assertThat(text(out).strip())
                .isEqualTo("Terms of Service\n================\n\n- - -\n\n[two](https://a.example/b)");
    }

    @Test
    void writesABatchWithAReportOnEachPage() throws IOException {
        file("good.html", PAGE);
        file("gone.html", "<main><h1>Page not found</h1><p>The page has moved. Go back to the start.</p></main>");
        Path index = file("index.jsonl", """
                {"html": "good.html", "markdown": "a/good.md", "url": "https://a.example/", "declaration": {"select": "main"}}
                {"html": "good.html", "markdown": "a/none.md", "declaration": {"select": ".absent"}}

                {"html": "gone.html", "markdown": "a/gone.md", "declaration": null}
                """);
        Path results = folder.resolve("out");

        int exit = atlas("extract", "--batch", index.toString(), "--out", results.toString());

        assertThat(exit).isZero();
        List<JsonNode> report = documents(results.resolve("report.jsonl"));
        assertThat(report)
                .extracting(row -> row.get("html").asText())
                .containsExactly("good.html", "good.html", "gone.html");
        assertThat(report).extracting(row -> row.get("accepted").asBoolean()).containsExactly(true, false, false);
        assertThat(report)
                .extracting(row ->
                        row.get("reason").isNull() ? "" : row.get("reason").asText())
                .containsExactly("", "no_match", "error_page");
        assertThat(report)
                .allSatisfy(row -> assertThat(row.get("cpu_ms").isNumber()).isTrue());
        assertThat(Files.readString(results.resolve("a/good.md"))).startsWith("Terms of Service");
        assertThat(results.resolve("a/none.md")).doesNotExist();
    }

    @Test
    void writesNothingOutsideItsFolder() throws IOException {
        file("good.html", PAGE);
        Path index = file("index.jsonl", "{\"html\": \"good.html\", \"markdown\": \"../../evil.md\"}");

        assertThat(atlas(
                        "extract",
                        "--batch",
                        index.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("line 1").contains("must lie under");
    }

    @Test
    void tellsWhichPagesHaveNoFile() throws IOException {
        Path index = file("index.jsonl", "{\"html\": \"absent.html\", \"markdown\": \"a.md\"}");

        assertThat(atlas(
                        "extract",
                        "--batch",
                        index.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(text(err)).contains("1 of 1 pages have no file").contains("absent.html");
    }

    @Test
    void judgesABatchOfTextsPackedOrNot() throws IOException {
        String lines = """
                {"text": "Terms\\n=====\\n\\nYou agree to these terms when you use the service, and we may change them with notice."}
                {"text": "404\\n===\\n\\nPage not found"}
                """;
        Path packed = folder.resolve("texts.jsonl.gz");
        try (GZIPOutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            stream.write(lines.getBytes(StandardCharsets.UTF_8));
        }

        for (Path texts : List.of(packed, file("texts.jsonl", lines))) {
            Path results = folder.resolve("results.jsonl");
            assertThat(atlas("gate", "--batch", texts.toString(), "--out", results.toString()))
                    .isZero();
            assertThat(documents(results))
                    .extracting(row -> row.get("accepted").asBoolean())
                    .containsExactly(true, false);
            assertThat(documents(results))
                    .extracting(row -> row.get("reason").asText(""))
                    .containsExactly("", "error_page");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extract absent.html",
                "extract",
                "extract --declaration bad.json page.html",
                "extract --url not^a^url page.html",
                "extract --batch bad.json --out out",
                "extract --batch absent.jsonl --out out",
                "extract --bath x",
                "gate absent.md",
                "gate --batch bad.json --out results",
                "gate --batch fieldless.jsonl --out results",
                "gate --batch unpacked.gz --out results",
                "gate --batch",
                "gate binary.md"
            })
    void saysInOneLineWhatIsWrong(String command) throws IOException {
        file("page.html", PAGE);
        file("bad.json", "{\"text\": \n");
        file("fieldless.jsonl", "{\"words\": 1}\n");
        file("unpacked.gz", "{}");
        Files.write(folder.resolve("binary.md"), new byte[] {(byte) 0xc3, 0x28});
        String[] arguments = command.split(" ", -1);
        for (int i = 1; i < arguments.length; i++) {
            boolean file = arguments[i].contains(".") || arguments[i].equals("out") || arguments[i].equals("results");
            arguments[i] = file ? folder.resolve(arguments[i]).toString() : arguments[i];
        }

        assertThat(atlas(arguments)).isNotZero();
        assertThat(text(err).strip())
                .startsWith("atlas " + arguments[0] + ": ")
                .doesNotContain("\n")
                .doesNotContain("Exception");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpsWithoutAFile() {
        assertThat(atlas("extract", "--help")).isZero();
        assertThat(text(out)).contains("report.jsonl");
    }

    private int atlas(String... arguments) {
        return Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            documents.add(json.readTree(line));
        }
        return documents;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
