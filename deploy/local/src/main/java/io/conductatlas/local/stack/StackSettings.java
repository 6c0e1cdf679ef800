package io.conductatlas.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a local stack lives: the repository it was built in, the folder of its state, and the base of its ports. Two
 * stacks with different folders and bases can run side by side.
 */
public record StackSettings(Path root, Path home, int portBase) {
    private static final int DEFAULT_PORT_BASE = 18000;
    private static final int HIGHEST_PORT_BASE = 65000;

    public StackSettings {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        if (portBase < 1024 || portBase > HIGHEST_PORT_BASE) {
            throw new LocalException("ATLAS_PORT_BASE must be from 1024 to " + HIGHEST_PORT_BASE + ", not " + portBase);
        }
    }

    /** Reads {@code ATLAS_ROOT}, {@code ATLAS_HOME} and {@code ATLAS_PORT_BASE}. */
    public static StackSettings from(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("ATLAS_ROOT", "."));
        Path home = Path.of(
                environment.getOrDefault("ATLAS_HOME", root.resolve(".atlas").toString()));
        String base = environment.getOrDefault("ATLAS_PORT_BASE", Integer.toString(DEFAULT_PORT_BASE));
        try {
            return new StackSettings(root, home, Integer.parseInt(base.strip()));
        } catch (NumberFormatException e) {
            throw new LocalException("ATLAS_PORT_BASE must be a number, not \"" + base + "\"", e);
        }
    }

    public int port(Port port) {
        return portBase + port.offset();
    }

    /** The address of what listens on a port, for HTTP. */
    public URI address(Port port) {
        return URI.create("http://127.0.0.1:" + port(port));
    }

    /** What a child process has to find in its environment to have the same settings. */
    Map<String, String> asEnvironment() {
        return Map.of(
                "ATLAS_ROOT", root.toString(),
                "ATLAS_HOME", home.toString(),
                "ATLAS_PORT_BASE", Integer.toString(portBase));
    }

    public StateFolder state() {
        return new StateFolder(home);
    }
}
