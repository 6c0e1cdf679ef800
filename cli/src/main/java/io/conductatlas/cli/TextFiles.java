package io.conductatlas.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people name on the command line, with errors that say what is wrong with them. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * The text of a file.
     *
     * @throws UsageException if it is not there, no file, or not UTF-8
     */
    public static String read(Path file) throws IOException {
        try {
            return Files.readString(existing(file));
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not text in UTF-8");
        }
    }

    /** The same path, if a file that can be read is there. */
    public static Path existing(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder");
        }
        if (!Files.exists(file)) {
            throw new UsageException("there is no file " + file);
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(file + " cannot be read");
        }
        return file;
    }

    /** The same path, if a file can be written there. */
    public static Path writable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + folder + " to write " + file.getFileName() + " to");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("the folder " + folder + " cannot be written to");
        }
        return file;
    }
}
