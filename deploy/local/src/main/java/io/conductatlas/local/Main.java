package io.conductatlas.local;

import io.conductatlas.local.backfill.Backfill;
import io.conductatlas.local.gateway.Verify;
import io.conductatlas.local.sandbox.Demo;
import io.conductatlas.local.stack.Console;
import io.conductatlas.local.stack.LocalException;
import io.conductatlas.local.stack.StackSettings;
import io.conductatlas.local.stack.Supervisor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs one command and ends with its exit code: 0 for success, 1 for a failure that was said, 2 for wrong usage. */
public final class Main {
    private static final String HELP = """
            ConductAtlas, the local stack

              ./atlas demo               starts everything and plays ten days of the sandbox through it
              ./atlas up                 starts the local stack and prints where everything is
              ./atlas down               stops it; what it knows is kept
              ./atlas status             what runs, and whether it is ready
              ./atlas logs [SERVICE]     the end of all logs, or of one
              ./atlas reset              stops it and removes what it knows

              ./atlas backfill DIR       sends DIR/<platform>/<document>/<YYYYMMDDTHHMMSS>.{md,html}
              ./atlas verify CA-V-000123 fetches a version and checks its hashes and quotes

              ./atlas extract, diff, replay, gate, classify
                                         the libraries on files, no stack needed; each explains itself with --help

            ATLAS_HOME is the folder of its state (now %s),
            ATLAS_PORT_BASE the first of its ports (now %d).
            """;

    private static final int WRONG_USAGE = 2;

    /** How many words each command takes; more are refused before anything is done, or "reset --help" would reset. */
    private static final Map<String, Integer> OPERANDS =
            Map.of("up", 0, "down", 0, "status", 0, "reset", 0, "demo", 0, "logs", 1, "backfill", 1, "verify", 1);

    private Main() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        Console console = new Console(System.out);
        try {
            System.exit(run(List.of(arguments), StackSettings.from(System.getenv()), console));
        } catch (LocalException e) {
            System.err.println("atlas: " + e.getMessage());
            System.exit(1);
        }
    }

    static int run(List<String> arguments, StackSettings settings, Console console) {
        String command = arguments.isEmpty() ? "help" : arguments.get(0);
        if (arguments.size() > 1 + OPERANDS.getOrDefault(command, arguments.size())) {
            System.err.println("atlas: %s does not know what \"%s\" is for; ./atlas help lists the commands"
                    .formatted(command, arguments.get(arguments.size() - 1)));
            return WRONG_USAGE;
        }
        Optional<String> operand = arguments.stream().skip(1).findFirst();
        Supervisor supervisor = new Supervisor(settings, console);
        switch (command) {
            case "up" -> supervisor.up();
            case "down" -> supervisor.down();
            case "status" -> {
                return supervisor.status() ? 0 : 1;
            }
            case "logs" -> supervisor.logs(operand, operand.isPresent() ? 200 : 15);
            case "reset" -> supervisor.reset();
            case "demo" -> new Demo(settings, supervisor, console).run();
            case "backfill" -> {
                Path archive =
                        Path.of(operand.orElseThrow(() -> new LocalException("which folder? ./atlas backfill DIR")));
                requireUp(supervisor);
                return new Backfill(settings, console).send(archive) ? 0 : 1;
            }
            case "verify" -> {
                String id = operand.orElseThrow(() -> new LocalException("which version? ./atlas verify CA-V-000123"));
                requireUp(supervisor);
                return new Verify(settings, console).version(id) ? 0 : 1;
            }
            case "help", "--help", "-h" -> console.line(HELP.formatted(settings.home(), settings.portBase()));
            default -> {
                System.err.println("atlas: there is no command \"" + command + "\"; ./atlas help lists them");
                return WRONG_USAGE;
            }
        }
        return 0;
    }

    private static void requireUp(Supervisor supervisor) {
        if (!supervisor.isUp()) {
            throw new LocalException("the stack is not up; ./atlas up starts it");
        }
    }
}
