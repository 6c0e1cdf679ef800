package io.conductatlas.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts and stops the processes of one local stack: the infrastructure first, then the services one after another,
 * since several JVMs that start at once on two cores only get in each other's way.
 *
 * <p>What {@link #up()} started is stopped again when it cannot finish, whether by a failure or by Ctrl-C.
 */
public final class Supervisor {
    /** The process that holds Kafka, PostgreSQL, the object store, mail and the sandbox. */
    public static final String INFRASTRUCTURE = "infrastructure";

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

    private final StackSettings settings;
    private final StateFolder state;
    private final Console console;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<ManagedProcess> startedHere = new ArrayList<>();

    public Supervisor(StackSettings settings, Console console) {
        this.settings = settings;
        this.state = settings.state();
        this.console = console;
    }

    /** Starts what does not run yet, waits until all of it is ready, and says where everything is. */
    public void up() {
        long start = System.nanoTime();
        state.prepare();
        requireBuilt();
        try (var lock = state.lock()
                .orElseThrow(() -> new LocalException("another ./atlas command is starting or stopping this stack"))) {
            boolean anything =
                    processes().stream().anyMatch(process -> process.running().isEmpty());
            if (anything) {
                requirePorts();
                startAll();
            }
            Report.of(settings, this, anything ? System.nanoTime() - start : 0).print(console);
        } catch (IOException e) {
            throw new LocalException("the folder " + state.home() + " cannot be unlocked", e);
        }
    }

    /** Stops everything that runs; services first, what they need afterwards. */
    public void down() {
        if (!Files.exists(state.home())) {
            console.line("Nothing runs.");
            return;
        }
        boolean any = false;
        List<ManagedProcess> running = running();
        List<Thread> stopping = new ArrayList<>();
        for (ManagedProcess process : running) {
            any = true;
            if (!process.name().equals(INFRASTRUCTURE)) {
                stopping.add(new Thread(() -> stop(process)));
            }
        }
        stopping.forEach(Thread::start);
        stopping.forEach(Supervisor::join);
        process(INFRASTRUCTURE).running().ifPresent(handle -> stop(process(INFRASTRUCTURE)));
        console.line(any ? "Stopped." : "Nothing runs.");
    }

    /** Prints what runs, and whether it is ready; true if all of it is. */
    public boolean status() {
        boolean all = true;
        for (ManagedProcess process : processes()) {
            Optional<ProcessHandle> running = process.running();
            boolean ready = running.isPresent() && isReady(process);
            all &= ready;
            console.line(String.format(
                    Locale.ROOT,
                    "  %-16s %-10s %s",
                    process.name(),
                    running.isEmpty() ? "stopped" : ready ? "ready" : "not ready",
                    running.map(handle -> "process %-8d %5d MB".formatted(handle.pid(), Memory.megabytes(handle)))
                            .orElse("")));
        }
        return all;
    }

    /** Prints the end of one log, or of each. */
    public void logs(Optional<String> name, int lines) {
        List<ManagedProcess> chosen = name.map(this::processNamed).map(List::of).orElseGet(this::processes);
        for (ManagedProcess process : chosen) {
            console.line("== " + process.log());
            tail(process.log(), lines).forEach(console::line);
        }
    }

    /** The log of one process. */
    public Path log(String name) {
        return processNamed(name).log();
    }

    /** Stops everything and removes what it remembers. */
    public void reset() {
        down();
        state.delete();
        console.line("Removed " + state.home() + ".");
    }

    /** One process by its name. */
    public ManagedProcess process(String name) {
        return new ManagedProcess(name, state);
    }

    /** Starts one service again that ended, and waits until it is ready. */
    public void restart(Service service) {
        start(service, Secrets.of(state));
    }

    public boolean isUp() {
        return processes().stream().allMatch(process -> process.running().isPresent());
    }

    /** The processes of the stack in the order of their start. */
    List<ManagedProcess> processes() {
        return Stream.concat(
                        Stream.of(INFRASTRUCTURE), Stream.of(Service.values()).map(Service::id))
                .map(this::process)
                .toList();
    }

    /** Ends what this run started; for Ctrl-C and for failures. */
    private void abandon() {
        for (int i = startedHere.size() - 1; i >= 0; i--) {
            startedHere.get(i).stop(Duration.ofSeconds(15));
        }
        startedHere.clear();
    }

    private void startAll() {
        Thread onInterrupt = new Thread(this::abandon, "stop-what-was-started");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            Secrets secrets = Secrets.of(state);
            if (!Files.exists(state.clock())) {
                state.write(state.clock(), "PT0S");
            }
            console.line("Starting the local stack in " + state.home());
            startInfrastructure();
            for (Service service : Service.values()) {
                start(service, secrets);
            }
            startedHere.clear();
        } catch (RuntimeException e) {
            abandon();
            throw e;
        } finally {
            removeHook(onInterrupt);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            join(hook);
        }
    }

    private void startInfrastructure() {
        ManagedProcess process = process(INFRASTRUCTURE);
        if (process.running().isPresent()) {
            return;
        }
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx320m"));
        command.addAll(JVM);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("io.conductatlas.local.infrastructure.InfrastructureMain");
        run(process, command, settings.asEnvironment(), start);
    }

    private void start(Service service, Secrets secrets) {
        ManagedProcess process = process(service.id());
        if (process.running().isPresent()) {
            return;
        }
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + heapOf(service)));
        command.addAll(JVM);
        command.addAll(List.of("-jar", service.program(settings.root()).toString()));
        run(process, command, environmentOf(service, secrets), start);
    }

    private void run(ManagedProcess process, List<String> command, Map<String, String> environment, long start) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MALLOC_ARENA_MAX", "2");
        long before = sizeOf(process.log());
        ProcessHandle handle = process.start(command, all);
        startedHere.add(process);
        awaitReady(process, handle, before);
        console.step(process.name(), "ready", start);
    }

    private static String heapOf(Service service) {
        return switch (service) {
            case DIFFER -> "256m"; // a PDF may take a hundred megabytes to read
            case GATEWAY -> "160m";
            case FETCHER, CLASSIFIER, ALERT -> "128m";
        };
    }

    private Map<String, String> environmentOf(Service service, Secrets secrets) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("ATLAS_HTTP_PORT", Integer.toString(settings.port(service.port())));
        environment.put("ATLAS_KAFKA", "127.0.0.1:" + settings.port(Port.KAFKA));
        environment.put("ATLAS_DB_HOST", "127.0.0.1");
        environment.put("ATLAS_DB_PORT", Integer.toString(settings.port(Port.POSTGRES)));
        environment.put("ATLAS_DB_NAME", service.id());
        environment.put("ATLAS_DB_USER", "postgres");
        environment.put("ATLAS_DB_PASSWORD", "postgres");
        environment.put("ATLAS_S3_ENDPOINT", settings.address(Port.OBJECTS).toString());
        environment.put("ATLAS_S3_ACCESS_KEY", secrets.objectsAccessKey());
        environment.put("ATLAS_S3_SECRET_KEY", secrets.objectsSecretKey());
        environment.put("ATLAS_S3_BUCKET", "conductatlas");
        environment.put("ATLAS_CLOCK_FILE", state.clock().toString());
        environment.put("ATLAS_SECRETS_KEY", secrets.secretsKey());
        environment.put("ATLAS_ALLOW_LOOPBACK", "true");
        environment.put("ATLAS_PUBLIC_URL", settings.address(Port.GATEWAY).toString());
        switch (service) {
            case FETCHER -> {
                environment.put("ATLAS_INTAKE_TOKEN", secrets.intakeToken());
                environment.put("ATLAS_FETCH_DELAY_LOOPBACK", "PT0.05S");
                // the sandbox is one host, of which one page is fetched at a look
                environment.put("ATLAS_FETCH_LOOK_EVERY", "PT0.1S");
            }
            case ALERT -> {
                environment.put("ATLAS_SMTP_HOST", "127.0.0.1");
                environment.put("ATLAS_SMTP_PORT", Integer.toString(settings.port(Port.SMTP)));
            }
            case GATEWAY -> {
                environment.put("ATLAS_STAFF_PASSWORD", secrets.staffPassword());
                environment.put("ATLAS_STAFF_KEY", secrets.staffKey());
            }
            case DIFFER, CLASSIFIER -> {}
        }
        return environment;
    }

    private void awaitReady(ManagedProcess process, ProcessHandle handle, long logFrom) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(process)) {
            if (!handle.isAlive()) {
                throw new LocalException(process.name() + " ended while it started: " + lastWords(process, logFrom)
                        + " (see " + process.log() + ")");
            }
            if (System.nanoTime() > deadline) {
                throw new LocalException(process.name() + " was not ready within " + READY_WITHIN.toSeconds()
                        + " s (see " + process.log() + ")");
            }
            pause();
        }
    }

    private boolean isReady(ManagedProcess process) {
        URI address = Service.named(process.name())
                .map(service -> settings.address(service.port()).resolve("/q/health/ready"))
                .orElseGet(() -> settings.address(Port.MAILBOX).resolve("/ready"));
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    private void requireBuilt() {
        for (Service service : Service.values()) {
            Path program = service.program(settings.root());
            if (!Files.exists(program)) {
                throw new LocalException(program + " is missing; build it with: mvn -DskipTests package");
            }
        }
    }

    private void requirePorts() {
        boolean infrastructure = process(INFRASTRUCTURE).running().isPresent();
        for (Port port : Port.values()) {
            boolean ours = Stream.of(Service.values())
                    .filter(service -> service.port() == port)
                    .findFirst()
                    .map(service -> process(service.id()).running().isPresent())
                    .orElse(infrastructure);
            if (!ours && isTaken(settings.port(port))) {
                throw new LocalException(
                        "port %d (%s) is in use by another program; stop it, or set ATLAS_PORT_BASE (now %d)"
                                .formatted(settings.port(port), port.title(), settings.portBase()));
            }
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private ManagedProcess processNamed(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LocalException("there is no \"" + name + "\"; there are "
                        + String.join(
                                ", ",
                                processes().stream().map(ManagedProcess::name).toList())));
    }

    private List<ManagedProcess> running() {
        return processes().stream()
                .filter(process -> process.running().isPresent())
                .toList();
    }

    private void stop(ManagedProcess process) {
        long start = System.nanoTime();
        process.stop(STOPPED_WITHIN);
        console.step(process.name(), "stopped", start);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    private static long sizeOf(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String lastWords(ManagedProcess process, long from) {
        List<String> lines = tail(process.log(), 200).stream()
                .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.startsWith("atlas: "))
                .toList();
        if (sizeOf(process.log()) <= from || lines.isEmpty()) {
            return "it gave no reason";
        }
        return lines.stream()
                .filter(line -> line.startsWith("atlas: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring("atlas: ".length()))
                .orElse(lines.get(0));
    }

    private static List<String> tail(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (Stream<String> all = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            var last = new java.util.ArrayDeque<String>();
            all.forEach(line -> {
                last.addLast(line);
                if (last.size() > count) {
                    last.removeFirst();
                }
            });
            return List.copyOf(last);
        } catch (IOException e) {
            throw new LocalException("cannot read " + log, e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
