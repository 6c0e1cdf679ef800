package io.conductatlas.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Real PostgreSQL, Kafka and object store for Quarkus tests.
 *
 * <p>The servers are started once for a test JVM, whatever number of applications it starts, and end with it. Each
 * application gets an empty database of its own; topics and bucket are shared by all applications of the JVM. The
 * {@value #DATABASE} argument chooses how the database's name begins.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "fetcher"))
 * }</pre>
 */
public final class StackTestResource implements QuarkusTestResourceLifecycleManager {
    /** The init argument with the beginning of the database's name. */
    public static final String DATABASE = "database";

    /** A key of 32 bytes, in Base64, that seals secrets in tests and nowhere else. */
    public static final String SECRETS_KEY = "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=";

    private static final String PORTS_PROPERTY = "conductatlas.test.servers";

    private String prefix = "atlas";

    @Override
    public void init(Map<String, String> initArgs) {
        prefix = initArgs.getOrDefault(DATABASE, prefix);
    }

    @Override
    public Map<String, String> start() {
        String[] ports = ports().split(" ", -1);
        String kafka = "127.0.0.1:" + ports[0];
        String postgres = "postgresql://127.0.0.1:" + ports[1] + "/";
        String database = createDatabase("jdbc:" + postgres);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.devservices.enabled", "false");
        config.put("quarkus.http.test-port", "0");
        config.put("kafka.bootstrap.servers", kafka);
        config.put("quarkus.datasource.jdbc.url", "jdbc:" + postgres + database);
        config.put("quarkus.datasource.reactive.url", postgres + database);
        config.put("quarkus.datasource.username", EmbeddedPostgres.USER);
        config.put("quarkus.datasource.password", EmbeddedPostgres.USER);
        config.put("atlas.archive.endpoint", "http://127.0.0.1:" + ports[2]);
        config.put("atlas.archive.access-key", TestServers.ACCESS_KEY);
        config.put("atlas.archive.secret-key", TestServers.SECRET_KEY);
        config.put("atlas.archive.bucket", TestServers.BUCKET);
        config.put("atlas.archive.region", EmbeddedObjectStore.REGION);
        config.put("atlas.secrets.key", SECRETS_KEY);
        config.put("atlas.outbound.allow-loopback", "true");
        return config;
    }

    /** Nothing to do: the servers serve the next application of this JVM and end when the JVM ends. */
    @Override
    public void stop() {}

    private String createDatabase(String server) {
        String name = "%s_%d_%d".formatted(prefix, ProcessHandle.current().pid(), number());
        try (Connection connection =
                        DriverManager.getConnection(server + "postgres", EmbeddedPostgres.USER, EmbeddedPostgres.USER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException e) {
            throw new EmbeddedServerException("could not create the database " + name, e);
        }
    }

    /** Quarkus may load this class several times in one JVM: what all of them share is kept as a system property. */
    private static int number() {
        synchronized (System.getProperties()) {
            String property = PORTS_PROPERTY + ".databases";
            int number = Integer.getInteger(property, 0) + 1;
            System.setProperty(property, Integer.toString(number));
            return number;
        }
    }

    private static String ports() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(PORTS_PROPERTY);
            if (known != null) {
                return known;
            }
            String ports = startServers();
            System.setProperty(PORTS_PROPERTY, ports);
            return ports;
        }
    }

    private static String startServers() {
        try {
            Path log = Files.createTempFile("conductatlas-test-servers-", ".log");
            Path arguments = Files.createTempFile("conductatlas-test-servers-", ".args");
            Files.writeString(
                    arguments, "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
            Process process = new ProcessBuilder(command(arguments))
                    .redirectError(log.toFile())
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(TestServers.READY)) {
                    Files.delete(arguments);
                    log.toFile().deleteOnExit();
                    drain(output);
                    return line.substring(TestServers.READY.length()).trim();
                }
            }
            throw new EmbeddedServerException("the servers for tests did not start, see " + log, null);
        } catch (IOException e) {
            throw new EmbeddedServerException("the servers for tests did not start: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path arguments) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "@" + arguments,
                TestServers.class.getName());
    }

    /** A child that cannot write is a child that stands still. */
    private static void drain(BufferedReader output) {
        Thread thread = new Thread(
                () -> {
                    try {
                        output.transferTo(java.io.Writer.nullWriter());
                    } catch (IOException endOfTheChild) {
                        // Nothing left to read.
                    }
                },
                "test-servers-output");
        thread.setDaemon(true);
        thread.start();
    }
}
