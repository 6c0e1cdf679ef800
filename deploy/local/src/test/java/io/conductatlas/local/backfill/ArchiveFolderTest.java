package io.conductatlas.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.local.backfill.ArchiveFolder.Dated;
import io.conductatlas.local.stack.LocalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {
    @TempDir
    Path archive;

    @Test
    void readsDatedFilesOldestFirstAndLeavesOthersAlone() throws Exception {
        write("larkfield/privacy-policy/20250301T120000.md");
        write("larkfield/privacy-policy/20240229T235959.html");
        write("larkfield/privacy-policy/meta.tsv");
        write("larkfield/notes.txt");

        assertThat(ArchiveFolder.read(archive)).singleElement().satisfies(history -> {
            assertThat(history.platform()).isEqualTo("larkfield");
            assertThat(history.document()).isEqualTo("privacy-policy");
            assertThat(history.files())
                    .extracting(Dated::observedAt)
                    .containsExactly(Instant.parse("2024-02-29T23:59:59Z"), Instant.parse("2025-03-01T12:00:00Z"));
            assertThat(history.files())
                    .extracting(Dated::contentType)
                    .containsExactly("text/html; charset=utf-8", "text/markdown; charset=utf-8");
        });
    }

    @Test
    void saysWhatIsWrongWithAnArchive() throws Exception {
        assertThatThrownBy(() -> ArchiveFolder.read(archive.resolve("absent")))
                .isInstanceOf(LocalException.class)
                .hasMessageEndingWith("is not a folder");
        assertThatThrownBy(() -> ArchiveFolder.read(archive)).hasMessageContaining("holds no");
        write("larkfield/privacy-policy/20251301T120000.md");
        assertThatThrownBy(() -> ArchiveFolder.read(archive)).hasMessageContaining("is not named after a time");
    }

    @Test
    void guessesTitlesAndTypesFromSlugs() {
        assertThat(Backfill.title("terms-of-service")).isEqualTo("Terms of Service");
        assertThat(Backfill.title("quill-ai")).isEqualTo("Quill AI");
        assertThat(Backfill.type("privacy-policy")).isEqualTo("privacy-policy");
        assertThat(Backfill.type("user-agreement")).isEqualTo("terms-of-service");
        assertThat(Backfill.type("community-guidelines")).isEqualTo("community-guidelines");
    }

    private void write(String name) throws Exception {
        Path file = archive.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
    }
}
