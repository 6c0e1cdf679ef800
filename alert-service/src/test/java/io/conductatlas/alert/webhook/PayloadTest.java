package io.conductatlas.alert.webhook;

import static io.conductatlas.alert.fixtures.Fixtures.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.conductatlas.alert.mail.Links;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.Direction;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Severity;
import io.conductatlas.secrets.MasterKey;
import io.conductatlas.secrets.SignedTokens;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Links LINKS = new Links(
            "https://atlas.example/",
            new SignedTokens(MasterKey.fromBase64("dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=")));

    @Test
    void saysWhatChangedInSnakeCase() throws IOException {
        JsonNode payload = JSON.readTree(Payload.of(aChange().build(), LINKS));

        assertThat(payload.path("type").asText()).isEqualTo("change.assessed");
        assertThat(payload.path("timestamp").asText()).isEqualTo("2026-11-18T09:24:20Z");
        JsonNode data = payload.path("data");
        assertThat(data.path("change_id").asText()).isEqualTo("CA-C-000042");
        assertThat(data.path("severity").asText()).isEqualTo("HIGH");
        assertThat(data.path("detected_at").asText()).isEqualTo("2026-11-18T09:24:00Z");
        assertThat(data.path("effective_date").asText()).isEqualTo("2027-01-01");
        assertThat(data.path("published_date").isNull()).isTrue();
        assertThat(data.path("provisions").path(0).path("effect").asText()).isEqualTo("INTRODUCED");
        assertThat(data.path("links").path("differences").asText())
                .isEqualTo("https://atlas.example/changes/CA-C-000042#differences");
        assertThat(data.path("links").path("document").asText())
                .isEqualTo("https://atlas.example/platforms/larkfield/privacy-policy");
    }

    @Test
    void isWhatItsSchemaSays() throws IOException {
        assertThat(schema("change.assessed")
                        .validate(JSON.readTree(Payload.of(aChange().build(), LINKS))))
                .isEmpty();
        assertThat(schema("change.assessed")
                        .validate(JSON.readTree(Payload.of(
                                aChange().withoutProvisions().effective(null).build(), LINKS))))
                .isEmpty();
        assertThat(schema("endpoint.ping").validate(JSON.readTree(Payload.ping(UUID.randomUUID(), 3, Instant.EPOCH))))
                .isEmpty();
    }

    @Test
    void isTheSameBytesEveryTime() {
        ChangeAssessed change = aChange().build();

        assertThat(Payload.of(change, LINKS)).isEqualTo(Payload.of(change, LINKS));
    }

    @Test
    void isNeverTooLargeAndStillSaysHowManyThereAre() throws IOException {
        ChangeAssessed huge = aChange()
                .summary("Ein langer Satz über vieles. ".repeat(400))
                .provisions(IntStream.range(0, 50)
                        .mapToObj(i -> new ProvisionChange(
                                "CA-P-0001" + (10 + i),
                                "arbitration",
                                "Ä".repeat(300),
                                ProvisionEffect.REWORDED,
                                Severity.LOW,
                                Direction.NEUTRAL))
                        .toList())
                .regulations(IntStream.range(0, 50)
                        .mapToObj(i -> new RegulationTag("gdpr", "GDPR", "Art. " + i, "Warum. ".repeat(60)))
                        .toList())
                .build();

        byte[] body = Payload.of(huge, LINKS);

        assertThat(body.length).isLessThanOrEqualTo(Payload.MOST_BYTES);
        assertThat(JSON.readTree(body).path("data").path("provision_count").asInt())
                .isEqualTo(50);
        assertThat(schema("change.assessed").validate(JSON.readTree(body))).isEmpty();
    }

    private static JsonSchema schema(String type) throws IOException {
        try (InputStream in = PayloadTest.class.getResourceAsStream("/webhooks/" + type + ".json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
