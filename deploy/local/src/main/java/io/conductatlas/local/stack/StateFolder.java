package io.conductatlas.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything a local stack remembers, {@code .atlas} unless the settings say otherwise. */
public record StateFolder(Path home) {
    private static final long LEAST_FREE_BYTES = 1L << 30;
    private static final String MARK = "conductatlas-state";

    /** Creates the folder and says in one line why it cannot be used, if so. */
    public void prepare() {
        try {
            Files.createDirectories(home);
            if (!Files.isWritable(home)) {
                throw new LocalException("the folder " + home + " cannot be written to (ATLAS_HOME chooses another)");
            }
            for (Path folder : new Path[] {processes(), logs(), data(), mail(), webhooks()}) {
                Files.createDirectories(folder);
            }
            keepPrivate(home);
            Files.writeString(
                    home.resolve(MARK), "The state of a local ConductAtlas stack; ./atlas reset removes it.\n");
            long free = Files.getFileStore(home).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new LocalException("the disk under " + home + " has only " + (free >> 20)
                        + " MB left; the local stack needs 1 GB");
            }
        } catch (IOException e) {
            throw new LocalException(
                    "the folder " + home + " cannot be written to: " + reason(e) + " (ATLAS_HOME chooses another)", e);
        }
    }

    /** Removes the folder with everything in it; refuses a folder that is not the state of a stack. */
    public void delete() {
        if (!Files.exists(home)) {
            return;
        }
        if (!Files.exists(home.resolve(MARK))) {
            throw new LocalException(home + " does not look like the state of a local stack; nothing was removed");
        }
        try {
            deleteTree(home);
        } catch (IOException e) {
            throw new LocalException("could not remove " + home + ": " + reason(e), e);
        }
    }

    /** Held while a command changes what runs; empty if another command holds it. */
    public Optional<FileLock> lock() {
        try {
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new LocalException("the folder " + home + " cannot be locked: " + reason(e), e);
        }
    }

    public Path processes() {
        return home.resolve("run");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path mail() {
        return home.resolve("mail");
    }

    public Path webhooks() {
        return home.resolve("webhooks");
    }

    /** The shift of the sandbox's clock, read by all services. */
    public Path clock() {
        return home.resolve("clock");
    }

    /** What the demo has done so far. */
    public Path sandbox() {
        return home.resolve("sandbox.json");
    }

    /** Writes a file as a whole, so that a reader sees the old text or the new one, readable by its owner only. */
    public void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(home, "new-", ".tmp");
            keepPrivate(fresh);
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepPrivate(Path path) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
