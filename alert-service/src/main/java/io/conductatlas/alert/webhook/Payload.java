package io.conductatlas.alert.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.alert.audience.Audience;
import io.conductatlas.alert.mail.Links;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Variant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint is sent: {@code type}, {@code timestamp} of the event, {@code data}. The same change gives the same bytes,
 * however often it is sent. The schemas are the resources {@code webhooks/*.json}; fields are only ever added.
 */
final class Payload {

    static final String PING = "endpoint.ping";

    /** Receivers may refuse more. */
    static final int MOST_BYTES = 20_000;

    private static final int LONGEST_SUMMARY = 4_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, null))
            .build();

    private Payload() {}

    /** At most {@value #MOST_BYTES} bytes; where there is more to say, the lists are shortened and their totals are not. */
    static byte[] of(ChangeAssessed change, Links links) {
        int most = ChangeAssessed.MAX_LISTED;
        byte[] body = write(change, links, most);
        while (body.length > MOST_BYTES && most > 0) {
            most /= 2;
            body = write(change, links, most);
        }
        return body;
    }

    static byte[] ping(UUID endpointId, int number, Instant now) {
        return json(new Envelope<>(PING, now, new Ping(endpointId, number)));
    }

    private static byte[] write(ChangeAssessed change, Links links, int most) {
        Data data = new Data(
                change.changeId(),
                new Platform(
                        change.platform().id(),
                        change.platform().slug(),
                        change.platform().name()),
                new Document(
                        change.document().id(),
                        change.document().slug(),
                        change.document().name(),
                        change.document().type(),
                        change.document().variant()),
                new Version(
                        change.from().id(),
                        change.from().number(),
                        change.from().textHash()),
                new Version(change.to().id(), change.to().number(), change.to().textHash()),
                change.severity().name(),
                change.direction().name(),
                change.title(),
                cut(change.summary()),
                change.labels().stream().limit(most).toList(),
                change.provisionChanges().stream()
                        .limit(most)
                        .map(Provision::of)
                        .toList(),
                change.provisionChangeCount(),
                change.regulations().stream().limit(most).map(Regulation::of).toList(),
                change.observedAt(),
                change.publishedDate(),
                change.effectiveDate(),
                change.catalogueVersion(),
                new PageLinks(links.change(change.changeId()), links.diff(change.changeId()), links.document(change)));
        return json(new Envelope<>(Audience.CHANGE_ASSESSED, change.recordedAt(), data));
    }

    private static String cut(String summary) {
        return summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY) + "…";
    }

    private static byte[] json(Object payload) {
        try {
            return JSON.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload is always JSON", e);
        }
    }

    record Envelope<T>(String type, Instant timestamp, T data) {}

    record Data(
            String changeId,
            Platform platform,
            Document document,
            Version fromVersion,
            Version toVersion,
            String severity,
            String direction,
            String title,
            String summary,
            List<String> labels,
            List<Provision> provisions,
            int provisionCount,
            List<Regulation> regulations,
            Instant detectedAt,
            @Nullable LocalDate publishedDate,
            @Nullable LocalDate effectiveDate,
            String catalogueVersion,
            PageLinks links) {}

    record Platform(UUID id, String slug, String name) {}

    record Document(UUID id, String slug, String name, String type, Variant variant) {}

    record Version(String id, int number, String textSha256) {}

    record Provision(String id, String type, String title, String effect, String severity, String direction) {
        static Provision of(ProvisionChange change) {
            return new Provision(
                    change.provisionId(),
                    change.type(),
                    change.title(),
                    change.effect().name(),
                    change.severity().name(),
                    change.direction().name());
        }
    }

    record Regulation(String regulation, String name, String article, String why) {
        static Regulation of(RegulationTag tag) {
            return new Regulation(tag.regulation(), tag.name(), tag.article(), tag.why());
        }
    }

    record PageLinks(String change, String differences, String document) {}

    record Ping(UUID endpointId, int number) {}
}
