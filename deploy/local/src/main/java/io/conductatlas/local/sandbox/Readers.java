package io.conductatlas.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.hooks.WebhookReceiver;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.StackSettings;
import java.net.URI;
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

    Readers(StackSettings settings) {
        this.settings = settings;
        this.staff = new Rest(
                settings.address(Port.GATEWAY), Secrets.of(settings.state()).staffKey());
    }

    /** Makes the accounts, what they follow, and the partner's webhook endpoint. */
    void register() {
        Rest free = account(FREE, "free");
        follow(free, Map.of("scope", "PLATFORM", "platform", "larkfield"));
        Rest watcher = account(WATCHER, "watcher");
        for (String platform : List.of("larkfield", "quillmark", "merrow", "pebbleway")) {
            follow(watcher, Map.of("scope", "PLATFORM", "platform", platform));
        }
        Rest professional = account(PROFESSIONAL, "professional");
        for (String platform : List.of("larkfield", "quillmark", "pebbleway")) {
            follow(professional, Map.of("scope", "PLATFORM", "platform", platform));
        }
        provisionOf("merrow", "user-agreement")
                .ifPresent(provision -> follow(professional, Map.of("scope", "PROVISION", "provision", provision)));
        endpoint(professional);
    }

    private Rest account(String email, String plan) {
        JsonNode made = Rest.expect(
                staff.post("/v1/subscribers", Map.of("email", email, "plan", plan, "locale", "en", "zone", "Etc/UTC")),
                "the account of " + email);
        return new Rest(settings.address(Port.GATEWAY), made.path("api_key").asText());
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
