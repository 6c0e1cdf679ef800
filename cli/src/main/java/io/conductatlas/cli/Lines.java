package io.conductatlas.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files of one JSON document a line, packed or not; and what a step costs. */
public final class Lines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Lines() {}

    /** Does something with a document, and may say in which way it is not what was expected. */
    public interface Work {
        void on(JsonNode document) throws IOException;
    }

    /** Works on each document of a file; whatever is wrong with a line is told with the line's number. */
    public static void each(Path file, Work work) throws IOException {
        try (BufferedReader lines = open(file)) {
            String line;
            for (int number = 1; (line = lines.readLine()) != null; number++) {
                if (line.isBlank()) {
                    continue;
                }
                try {
                    work.on(JSON.readTree(line));
                } catch (JsonProcessingException e) {
                    throw new UsageException(file + ", line " + number + ": no JSON: " + e.getOriginalMessage());
                } catch (UsageException e) {
                    throw new UsageException(file + ", line " + number + ": " + e.getMessage());
                }
            }
        }
    }

    /** The one JSON document of a file. */
    public static JsonNode document(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UsageException(file + ": no JSON: " + e.getOriginalMessage());
        }
    }

    public static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes, 1 << 16);
        }
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    public static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Milliseconds with two places. */
    public static double millis(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
