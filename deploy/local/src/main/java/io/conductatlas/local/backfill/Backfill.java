package io.conductatlas.local.backfill;

import io.conductatlas.local.backfill.ArchiveFolder.Dated;
import io.conductatlas.local.backfill.ArchiveFolder.History;
import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.gateway.Rest.Reply;
import io.conductatlas.local.pipeline.Pipeline;
import io.conductatlas.local.stack.Console;
import io.conductatlas.local.stack.LocalException;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sends an archive of dated documents through the running stack, oldest first for each document. What the stack does not
 * know yet is declared first, fed from the archive only. Done again, it changes nothing.
 */
public final class Backfill {
    private static final Duration LEARNT_WITHIN = Duration.ofMinutes(1);
    private static final Duration DRAINED_WITHIN = Duration.ofMinutes(30);

    private final StackSettings settings;
    private final Console console;
    private final Rest staff;
    private final Rest intake;

    public Backfill(StackSettings settings, Console console) {
        Secrets secrets = Secrets.of(settings.state());
        this.settings = settings;
        this.console = console;
        this.staff = new Rest(settings.address(Port.GATEWAY), secrets.staffKey());
        this.intake = new Rest(settings.address(Port.FETCHER), secrets.intakeToken());
    }

    /** Sends everything and waits until all of it has gone through; true if nothing was refused. */
    public boolean send(Path archive) {
        long start = System.nanoTime();
        List<History> histories = ArchiveFolder.read(archive);
        console.line("Sending %d captures of %d documents"
                .formatted(
                        histories.stream()
                                .mapToInt(history -> history.files().size())
                                .sum(),
                        histories.size()));
        Map<String, Integer> total = new TreeMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (History history : histories) {
            declare(history);
            Map<String, Integer> counts = send(history, refused);
            counts.forEach((outcome, count) -> total.merge(outcome, count, Integer::sum));
            console.line("  %-40s %s".formatted(history.platform() + "/" + history.document(), words(counts)));
        }
        console.line("Waiting for the pipeline");
        try (Pipeline pipeline = new Pipeline(settings)) {
            pipeline.awaitIdle(DRAINED_WITHIN);
            refused.forEach((file, reason) -> console.line("  refused  " + file + ": " + reason));
            console.line("%s. %d records in dead-letter topics. %.0f s."
                    .formatted(words(total), pipeline.deadLetters(), (System.nanoTime() - start) / 1e9));
        }
        histories.stream()
                .map(History::platform)
                .distinct()
                .forEach(platform -> console.line("  " + settings.address(Port.GATEWAY) + "/platforms/" + platform));
        return refused.isEmpty();
    }

    private Map<String, Integer> send(History history, Map<String, String> refused) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Dated file : history.files()) {
            Reply reply = send(history, file);
            String outcome = reply.isSuccess()
                    ? reply.body()
                            .path("outcome")
                            .asText()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' ')
                    : "refused";
            counts.merge(outcome, 1, Integer::sum);
            if (!reply.isSuccess()) {
                refused.put(file.file().toString(), reply.problem());
            }
        }
        return counts;
    }

    /** The fetcher hears of a new document a moment after it was declared. */
    private Reply send(History history, Dated file) {
        Map<String, String> body = Map.of(
                "platform", history.platform(),
                "document", history.document(),
                "observed_at", file.observedAt().toString(),
                "content_type", file.contentType(),
                "content", read(file.file()));
        Reply[] last = {intake.post("/intake/captures", body)};
        if (last[0].status() == 404) {
            Pipeline.await(LEARNT_WITHIN, "learning of " + history.platform() + "/" + history.document(), () -> {
                last[0] = intake.post("/intake/captures", body);
                return last[0].status() != 404;
            });
        }
        if (last[0].status() == 401) {
            throw new LocalException("the fetcher's intake does not take this stack's token");
        }
        return last[0];
    }

    private void declare(History history) {
        String platform = "/v1/platforms/" + history.platform();
        if (staff.get(platform).status() == 404) {
            Rest.expect(
                    staff.post("/v1/platforms", Map.of("slug", history.platform(), "name", title(history.platform()))),
                    "the platform " + history.platform());
        }
        if (staff.get(platform + "/documents/" + history.document()).status() == 404) {
            Rest.expect(
                    staff.post(
                            platform + "/documents",
                            Map.of(
                                    "slug", history.document(),
                                    "name", title(history.document()),
                                    "type", type(history.document()),
                                    "language", "en",
                                    "fetch_mode", "ARCHIVE",
                                    "cadence", "P1D",
                                    "locations", List.of())),
                    "the document " + history.platform() + "/" + history.document());
        }
    }

    /** The document type that a document's slug speaks of. */
    static String type(String document) {
        if (document.contains("privacy")) {
            return "privacy-policy";
        }
        if (document.contains("cookie")) {
            return "cookie-policy";
        }
        if (document.contains("guidelines")) {
            return "community-guidelines";
        }
        return document.contains("terms") || document.contains("agreement") ? "terms-of-service" : document;
    }

    /** A slug as a title: {@code terms-of-service} becomes {@code Terms of Service}. */
    static String title(String slug) {
        String words = Arrays.stream(slug.split("-", -1))
                .map(word -> switch (word) {
                    case "of", "and", "for", "the" -> word;
                    case "ai", "eu", "us", "uk" -> word.toUpperCase(Locale.ROOT);
                    default -> Character.toUpperCase(word.charAt(0)) + word.substring(1);
                })
                .collect(Collectors.joining(" "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LocalException(file + " cannot be read as UTF-8: " + e.getMessage(), e);
        }
    }
}
