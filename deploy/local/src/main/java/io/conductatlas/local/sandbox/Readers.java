package io.conductatlas.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.hooks.WebhookReceiver;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.StackSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three people who follow the sandbox's platforms, one on each plan, registered as any partner would do it. */
final class Readers {
    static final String FREE = "fern@reader.example";
    static final String WATCHER = "wanda@watcher.example";
    static final String PROFESSIONAL = "compliance@partner.example";

    private final StackSettings settings;
    private final Rest staff;
    private final Map<String, String> keys = new HashMap<>();

    private Readers(StackSettings settings) {
        this.settings = settings;
        this.staff = new Rest(
                settings.address(Port.GATEWAY), Secrets.of(settings.state()).staffKey());
    }

    /** Makes the accounts, what they follow, and the partner's webhook endpoint. */
    static Readers register(StackSettings settings) {
        Readers readers = new Readers(settings);
        readers.open(FREE, "free");
        readers.open(WATCHER, "watcher");
        readers.open(PROFESSIONAL, "professional");
        readers.follow(FREE, "larkfield");
        List.of("larkfield", "quillmark", "merrow", "pebbleway").forEach(slug -> readers.follow(WATCHER, slug));
        List.of("larkfield", "quillmark", "pebbleway").forEach(slug -> readers.follow(PROFESSIONAL, slug));
        readers.provisionOf("merrow", "user-agreement")
                .ifPresent(provision ->
                        follow(readers.as(PROFESSIONAL), Map.of("scope", "PROVISION", "provision", provision)));
        readers.endpoint(readers.as(PROFESSIONAL));
        return readers;
    }

    /** Lets a reader follow all documents of a platform. */
    void follow(String email, String platform) {
        follow(as(email), Map.of("scope", "PLATFORM", "platform", platform));
    }

    /** The API key of a reader. */
    String keyOf(String email) {
        return keys.getOrDefault(email, "");
    }

    private void open(String email, String plan) {
        JsonNode made = Rest.expect(
                staff.post("/v1/subscribers", Map.of("email", email, "plan", plan, "locale", "en", "zone", "Etc/UTC")),
                "the account of " + email);
        keys.put(email, made.path("api_key").asText());
    }

    private Rest as(String email) {
        return new Rest(settings.address(Port.GATEWAY), keyOf(email));
    }

    private static void follow(Rest reader, Map<String, String> subscription) {
        Rest.expect(reader.post("/v1/subscriptions", subscription), "a subscription");
    }

    private Optional<String> provisionOf(String platform, String document) {
        JsonNode items = Rest.expect(
                        staff.get("/v1/platforms/%s/documents/%s/provisions".formatted(platform, document)),
                        "the list of provisions")
                .path("items");
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.get(0).path("id").asText());
    }

    private void endpoint(Rest partner) {
        URI address = settings.address(Port.WEBHOOKS).resolve("/hooks/partner");
        JsonNode made = Rest.expect(
                partner.post(
                        "/v1/webhook-endpoints",
                        Map.of("url", address.toString(), "event_types", List.of("change.assessed"))),
                "the webhook endpoint");
        WebhookReceiver.trust(settings.state().webhooks(), made.path("secret").asText());
    }
}
