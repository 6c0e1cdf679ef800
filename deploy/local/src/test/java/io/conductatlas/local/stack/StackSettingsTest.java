package io.conductatlas.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {
    @TempDir
    Path folder;

    @Test
    void oneSettingShiftsAllPorts() {
        StackSettings settings = StackSettings.from(Map.of("ATLAS_PORT_BASE", "25000"));

        assertThat(settings.port(Port.GATEWAY)).isEqualTo(25080);
        assertThat(settings.port(Port.KAFKA_CONTROLLER)).isEqualTo(25193);
    }

    @Test
    void aBaseThatIsNoNumberIsRefusedInOneLine() {
        assertThatThrownBy(() -> StackSettings.from(Map.of("ATLAS_PORT_BASE", "here")))
                .isInstanceOf(LocalException.class)
                .hasMessage("ATLAS_PORT_BASE must be a number, not \"here\"");
    }

    @Test
    void aPlaceThatIsAFileIsRefusedInOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new StateFolder(file.resolve("state")).prepare())
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void secretsAreMadeOnceAndReadableByTheirOwnerOnly() throws Exception {
        StateFolder state = new StateFolder(folder.resolve("state"));
        state.prepare();

        Secrets first = Secrets.of(state);
        Secrets again = Secrets.of(state);

        assertThat(again.staffKey()).isEqualTo(first.staffKey());
        assertThat(again.secretsKey()).isEqualTo(first.secretsKey());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(state.home().resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsNotTheStateOfAStackIsNeverRemoved() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "keep me");

        assertThatThrownBy(() -> new StateFolder(folder).delete()).isInstanceOf(LocalException.class);
        assertThat(precious).exists();
    }
}
