package io.conductatlas.gateway.endpoints;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook endpoint as its owner sees it. */
@Schema(name = "WebhookEndpoint")
record EndpointView(
        UUID id,
        String url,

        @Schema(description = "The types wanted; empty means all")
        List<String> eventTypes,

        Instant since) {}
