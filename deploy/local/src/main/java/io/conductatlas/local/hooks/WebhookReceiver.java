package io.conductatlas.local.hooks;

import static io.conductatlas.local.web.Html.escape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import io.conductatlas.local.web.Html;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes webhooks at {@code /hooks/…}, keeps each under its folder, and shows them. What no known secret verifies is kept
 * too, and answered with 401, once a secret is known: the ping of a new endpoint comes before its secret can.
 */
public final class WebhookReceiver {
    private static final String SECRETS = "secrets.txt";
    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Clock clock;
    private final SignatureCheck check;

    public WebhookReceiver(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.check = new SignatureCheck(clock);
    }

    /** Makes a secret known to every receiver of this folder. */
    public static void trust(Path folder, String secret) {
        try {
            List<String> lines = new ArrayList<>(secretsIn(folder));
            lines.add(secret);
            Files.write(folder.resolve(SECRETS), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer answer(Ask ask) {
        if (ask.path().startsWith("/hooks/") && ask.method().equals("POST")) {
            return take(ask);
        }
        if (ask.path().equals("/")) {
            return list();
        }
        if (ask.path().equals("/received.json")) {
            return json();
        }
        if (ask.path().matches("/received/\\d{6}")) {
            return one(Integer.parseInt(ask.path().substring("/received/".length())));
        }
        return Answer.notFound();
    }

    private synchronized Answer take(Ask ask) {
        List<String> secrets = secretsIn(folder);
        String id = ask.header("webhook-id").orElse("");
        String timestamp = ask.header("webhook-timestamp").orElse("");
        String signature = ask.header("webhook-signature").orElse("");
        String fault = secrets.isEmpty()
                ? "no secret was known when it came"
                : check.fault(secrets, id, timestamp, signature, ask.body());
        int number = received().size() + 1;
        ReceivedWebhook webhook = new ReceivedWebhook(
                number,
                clock.instant().toString(),
                ask.path(),
                id,
                timestamp,
                signature,
                ask.header("user-agent").orElse(""),
                fault.isEmpty(),
                fault,
                new String(ask.body(), StandardCharsets.UTF_8));
        keep(webhook);
        if (secrets.isEmpty() || fault.isEmpty()) {
            return Answer.plain(200, "taken\n");
        }
        return Answer.plain(401, fault + "\n");
    }

    private void keep(ReceivedWebhook webhook) {
        try {
            Path unfinished = Files.createTempFile(folder, "incoming-", ".tmp");
            Files.write(unfinished, JSON.writeValueAsBytes(webhook));
            Files.move(unfinished, folder.resolve("%06d%s".formatted(webhook.number(), SUFFIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ReceivedWebhook> received() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(WebhookReceiver::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReceivedWebhook read(Path file) {
        try {
            return JSON.readValue(file.toFile(), ReceivedWebhook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> secretsIn(Path folder) {
        try {
            Path file = folder.resolve(SECRETS);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer json() {
        try {
            return Answer.text(200, "application/json", JSON.writeValueAsString(received()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer list() {
        List<ReceivedWebhook> all = received();
        StringBuilder rows = new StringBuilder();
        for (int i = all.size() - 1; i >= 0; i--) {
            ReceivedWebhook each = all.get(i);
            rows.append(
                    "<tr><td>%s</td><td>%s</td><td><a href=\"/received/%06d\">%s</a></td><td class=\"%s\">%s</td></tr>"
                            .formatted(
                                    escape(each.receivedAt()),
                                    escape(each.type()),
                                    each.number(),
                                    escape(each.id()),
                                    each.verified() ? "good" : "bad",
                                    each.verified() ? "signature verified" : escape(each.fault())));
        }
        String body = all.isEmpty()
                ? "<p>No webhook yet. An endpoint of this receiver is /hooks/ and any name.</p>"
                : "<p>%d webhooks, newest first.</p><table><tr><th>Received</th><th>Type</th><th>webhook-id</th><th>Signature</th></tr>%s</table>"
                        .formatted(all.size(), rows);
        return Answer.page(Html.page("Webhook receiver", body));
    }

    private Answer one(int number) {
        return received().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .map(each -> Answer.page(Html.page(each.type(), """
                        <p><a href="/">All webhooks</a></p>
                        <table><tr><th>webhook-id</th><td>%s</td></tr><tr><th>webhook-timestamp</th><td>%s</td></tr><tr><th>webhook-signature</th><td>%s</td></tr><tr><th>Signature</th><td class="%s">%s</td></tr></table>
                        <h2>Body</h2><pre>%s</pre>
                        """.formatted(
                                escape(each.id()),
                                escape(each.timestamp()),
                                escape(each.signature()),
                                each.verified() ? "good" : "bad",
                                each.verified() ? "verified" : escape(each.fault()),
                                escape(each.prettyBody())))))
                .orElseGet(Answer::notFound);
    }
}
