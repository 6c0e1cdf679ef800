package io.conductatlas.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The three servers in a JVM of their own, for as long as their parent lives.
 *
 * <p>A test's JVM starts this program and holds its standard input open. However that JVM ends, even when it is killed,
 * the input ends with it, and this program stops its servers and removes their data. It also keeps the servers' libraries
 * and their logging away from the class loaders of the application under test.
 */
final class TestServers {
    static final String ACCESS_KEY = "conductatlas";
    static final String SECRET_KEY = "conductatlas-test-secret";
    static final String BUCKET = "conductatlas";
    static final String READY = "READY";

    private TestServers() {}

    /** Prints {@value #READY}, the Kafka, PostgreSQL and object store ports, and waits for the end of its input. */
    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("conductatlas-test-");
        try {
            serve(home);
        } finally {
            delete(home);
        }
    }

    private static void serve(Path home) throws IOException {
        List<Integer> ports = FreePorts.find(2);
        CompletableFuture<EmbeddedPostgres> starting = CompletableFuture.supplyAsync(EmbeddedPostgres::throwAway);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("kafka"), ports.get(0), ports.get(1));
                EmbeddedObjectStore objects =
                        EmbeddedObjectStore.start(home.resolve("objects"), 0, ACCESS_KEY, SECRET_KEY, BUCKET);
                EmbeddedPostgres postgres = starting.join()) {
            kafka.createTopics();
            System.out.println(String.join(
                    " ",
                    READY,
                    Integer.toString(kafka.port()),
                    Integer.toString(postgres.port()),
                    Integer.toString(objects.endpoint().getPort())));
            System.in.transferTo(System.err);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
