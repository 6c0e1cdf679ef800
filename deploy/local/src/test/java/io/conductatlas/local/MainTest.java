package io.conductatlas.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.local.stack.Console;
import io.conductatlas.local.stack.StackSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    @Test
    void doesNothingWithWordsItDoesNotKnow() throws IOException {
        Path known = Files.writeString(home.resolve("known"), "what the stack knows");

        assertThat(run("reset", "--help")).isEqualTo(2);
        assertThat(run("status", "gateway")).isEqualTo(2);
        assertThat(run("logs", "gateway", "differ")).isEqualTo(2);

        assertThat(known).exists();
    }

    @Test
    void saysWhatThereIs() {
        assertThat(run()).isZero();
        assertThat(run("help", "reset")).isZero();

        assertThat(told.toString(StandardCharsets.UTF_8)).contains("./atlas reset");
        assertThat(run("no-such-command")).isEqualTo(2);
    }

    private int run(String... arguments) {
        StackSettings settings = StackSettings.from(Map.of("ATLAS_HOME", home.toString()));
        return Main.run(List.of(arguments), settings, new Console(new PrintStream(told, true, StandardCharsets.UTF_8)));
    }
}
