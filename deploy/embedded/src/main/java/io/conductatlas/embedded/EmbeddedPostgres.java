package io.conductatlas.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * One PostgreSQL server as a child process, reachable on loopback as user {@value #USER} with any password.
 *
 * <p>It ends with {@link #close()}, and also when this JVM ends in an orderly way. After a JVM was killed, the next
 * {@link #durable} start on the same folder ends the orphan first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The one role; authentication is {@code trust}, for loopback is as far as this server reaches. */
    public static final String USER = "postgres";

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /** A server on a free port whose data vanishes with it, and which does not wait for the disk. */
    public static EmbeddedPostgres throwAway() {
        return start(commonSettings().setServerConfig("shared_buffers", "32MB"));
    }

    /**
     * A server that keeps its data in {@code data} and acknowledges a commit only when it is on the disk.
     *
     * @param binaries where the server's programs are unpacked once
     */
    public static EmbeddedPostgres durable(Path data, Path binaries, int port) {
        endOrphan(data);
        try {
            Files.createDirectories(binaries);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "PostgreSQL cannot use the folder " + binaries + ": " + e.getMessage(), e);
        }
        return start(commonSettings()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on"));
    }

    /** Creates a database of that name unless there is one. */
    public void createDatabase(String name) {
        requireName(name);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new EmbeddedServerException("PostgreSQL could not create the database " + name, e);
        }
    }

    /** The address of a database for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** The address of a database for the reactive client. */
    public String reactiveUrl(String database) {
        requireName(database);
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Ends the server; what was committed stays if the server is a durable one. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL did not stop", e);
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder commonSettings() {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setPGStartupWait(STARTS_WITHIN)
                .setServerConfig("max_connections", "200")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8");
    }

    private static EmbeddedPostgres start(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder settings) {
        try {
            return new EmbeddedPostgres(settings.start());
        } catch (IOException | IllegalStateException e) {
            throw new EmbeddedServerException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private static void endOrphan(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        postmaster(pidFile).ifPresent(orphan -> {
            orphan.destroy();
            try {
                orphan.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new EmbeddedServerException("a former PostgreSQL (process " + orphan.pid() + ") does not end", e);
            }
        });
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info()
                            .command()
                            .map(name -> name.endsWith("postgres"))
                            .orElse(false));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a database: " + name);
        }
    }
}
