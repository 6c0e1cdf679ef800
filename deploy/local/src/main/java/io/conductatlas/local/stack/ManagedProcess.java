package io.conductatlas.local.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process of the stack that outlives the command that starts it, known by its pid file.
 *
 * <p>The file also holds the process's start time, so that a number given anew to a stranger is never taken for ours.
 */
public final class ManagedProcess {
    private final String name;
    private final StateFolder state;

    ManagedProcess(String name, StateFolder state) {
        this.name = name;
        this.state = state;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return state.logs().resolve(name + ".log");
    }

    /** Starts the process, away from the terminal's own signals, with its output added to its log. */
    ProcessHandle start(List<String> command, Map<String, String> environment) {
        List<String> detached = new ArrayList<>(detacher());
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(state.home().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        try {
            ProcessHandle process = builder.start().toHandle();
            Files.writeString(pidFile(), process.pid() + "\n" + startOf(process) + "\n");
            return process;
        } catch (IOException e) {
            throw new LocalException("could not start " + name + ": " + e.getMessage(), e);
        }
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(pidFile())) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile());
            if (lines.size() < 2) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(lines.get(1)));
        } catch (IOException | NumberFormatException e) {
            throw new LocalException("the file " + pidFile() + " cannot be read", e);
        }
    }

    /** Asks the process to end, makes it end after {@code patience}, and forgets it. */
    void stop(Duration patience) {
        running().ifPresent(process -> {
            process.destroy();
            if (!ended(process, patience)) {
                process.destroyForcibly();
                ended(process, Duration.ofSeconds(10));
            }
        });
        forget();
    }

    /** Ends the process at once, as a power cut would; its pid file stays. */
    public void kill() {
        running().ifPresent(process -> {
            process.destroyForcibly();
            ended(process, Duration.ofSeconds(10));
        });
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new LocalException("could not remove " + pidFile(), e);
        }
    }

    private Path pidFile() {
        return state.processes().resolve(name + ".pid");
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new LocalException("cannot wait for the end of a process", e);
        }
    }

    /** A session of its own where the system can give one: Ctrl-C and the end of the terminal are not for it. */
    private static List<String> detacher() {
        for (String folder : new String[] {"/usr/bin", "/bin"}) {
            Path setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                return List.of(setsid.toString());
            }
        }
        return List.of("nohup");
    }
}
