package io.conductatlas.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory processes hold, counting what they share once. */
final class Memory {
    private Memory() {}

    /** Megabytes held by the process and all of its descendants, or 0 where the system does not tell. */
    static long megabytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(each -> kilobytes(each.pid()))
                        .sum()
                / 1024;
    }

    private static long kilobytes(long pid) {
        try {
            return value(Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")), "Pss:");
        } catch (IOException notTold) {
            return resident(pid);
        }
    }

    private static long resident(long pid) {
        try {
            return value(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")), "VmRSS:");
        } catch (IOException notTold) {
            return 0;
        }
    }

    private static long value(List<String> lines, String label) {
        return lines.stream()
                .filter(line -> line.startsWith(label))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
