package io.conductatlas.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five services, in the order in which they are started. */
public enum Service {
    FETCHER("fetcher-service", Port.FETCHER),
    DIFFER("differ-service", Port.DIFFER),
    CLASSIFIER("classifier-service", Port.CLASSIFIER),
    ALERT("alert-service", Port.ALERT),
    GATEWAY("api-gateway", Port.GATEWAY);

    private final String module;
    private final Port port;

    Service(String module, Port port) {
        this.module = module;
        this.port = port;
    }

    /** The short name: of the process, its database and its consumer group. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Port port() {
        return port;
    }

    Path program(Path root) {
        return root.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id().equals(name))
                .findFirst();
    }
}
