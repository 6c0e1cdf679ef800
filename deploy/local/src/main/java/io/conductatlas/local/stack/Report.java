package io.conductatlas.local.stack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is printed when the stack is ready: addresses, keys, how long it took and how much memory it holds. */
record Report(Map<String, String> lines, long nanos, long megabytes) {

    static Report of(StackSettings settings, Supervisor supervisor, long nanos) {
        Secrets secrets = Secrets.of(settings.state());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Pages", settings.address(Port.GATEWAY) + "/");
        lines.put("Ops dashboard", settings.address(Port.GATEWAY) + "/ops  (staff / " + secrets.staffPassword() + ")");
        lines.put("REST API", settings.address(Port.GATEWAY) + "/v1");
        lines.put("Demo API key", secrets.staffKey() + "  (staff scope)");
        lines.put("Mailbox", settings.address(Port.MAILBOX) + "/");
        lines.put("Webhook receiver", settings.address(Port.WEBHOOKS) + "/");
        lines.put("Sandbox web site", settings.address(Port.SANDBOX) + "/");
        lines.put("Kafka", "127.0.0.1:" + settings.port(Port.KAFKA));
        lines.put("PostgreSQL", "127.0.0.1:" + settings.port(Port.POSTGRES) + "  (postgres, no password)");
        lines.put("Object store", settings.address(Port.OBJECTS) + "/");
        lines.put("SMTP", "127.0.0.1:" + settings.port(Port.SMTP));
        long megabytes = supervisor.processes().stream()
                .flatMap(process -> process.running().stream())
                .mapToLong(Memory::megabytes)
                .sum();
        return new Report(lines, nanos, megabytes);
    }

    void print(Console console) {
        console.line("");
        lines.forEach((name, value) -> console.line(String.format(Locale.ROOT, "  %-18s %s", name, value)));
        console.line("");
        String held = "It holds %.1f GB of memory.".formatted(megabytes / 1024.0);
        console.line(
                nanos == 0
                        ? "The local stack was running already. " + held
                        : String.format(Locale.ROOT, "Ready after %.0f s. ", nanos / 1e9) + held);
        console.line("Stop it with ./atlas down; what it knows is kept.");
    }
}
