package io.conductatlas.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EscapingTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern UNESCAPED = Pattern.compile("\\{[^{}]*\\b(raw|safe)\\b[^{}]*}|\\{#(raw|eval)\\b");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\ssrc=)|<style\\b|\\sstyle=|\\son[a-z]+=");

    static Stream<Path> templates() throws IOException {
        return Files.walk(TEMPLATES).filter(Files::isRegularFile);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateWritesAnythingUnescapedOrRunsAnythingInline(Path template) throws IOException {
        String text = Files.readString(template);

        assertThat(UNESCAPED.matcher(text).find()).isFalse();
        assertThat(INLINE.matcher(text).find()).isFalse();
    }
}
