package io.conductatlas.differ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.conductatlas.embedded.StackTestResource;
import io.conductatlas.events.CaptureRefused;
import io.conductatlas.events.DocumentRef;
import io.conductatlas.events.Origin;
import io.conductatlas.events.PlatformRef;
import io.conductatlas.events.VersionRecorded;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose server does not say what they are. */
@QuarkusTest
@WithTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "differ"))
class NamelessPdfTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> LINES = List.of(
            "Privacy Policy",
            "Larkfield keeps the messages that you send for thirty days, and the photos that you post until you",
            "delete them. We share your device identifiers with partners that work for us, and with nobody else.",
            "You can ask us for a copy of your personal data at any time, and you can have them deleted.",
            "Our servers stand in two countries, and we keep a record of every visit for a month, so that we can",
            "find out who broke in. Cookies keep you signed in and remember your settings; there are no others.",
            "If you are under sixteen, a parent has to agree before you open an account, and can close it later.",
            "We may change this policy; we tell you by mail thirty days before a change takes effect.");

    @Inject
    World world;

    private final PlatformRef platform = World.aPlatform();
    private final DocumentRef document = World.aDocument();

    @BeforeEach
    void declareASource() {
        world.declare(platform, document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/octet-stream", "binary/octet-stream", "application/octet-stream; charset=binary"})
    void aPdfIsKnownByItsFirstBytes(String type) {
        world.send(world.capture(platform, document, type, pdf(), World.DAY, Origin.LIVE));

        await().atMost(PATIENCE).until(() -> !world.told(document).isEmpty());

        VersionRecorded recorded = world.told(document, VersionRecorded.class).get(0);
        assertThat(world.read(recorded.version().markdown()))
                .contains(
                        "Privacy Policy", "Larkfield keeps the messages", "thirty days before a change takes effect.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "binary/octet-stream"})
    void whatIsNoPdfIsRefusedAndNotGuessedAt(String type) {
        world.send(world.capture(platform, document, type, String.join("\n", LINES), World.DAY, Origin.LIVE));

        await().atMost(PATIENCE).until(() -> !world.told(document).isEmpty());

        assertThat(world.told(document))
                .singleElement()
                .isInstanceOfSatisfying(
                        CaptureRefused.class,
                        refused -> assertThat(refused.detail()).contains("octet-stream"));
    }

    /** A page of text without anything that is not ASCII. */
    private static String pdf() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < LINES.size(); i++) {
            page.append("BT /F1 %d Tf 60 %d Td (%s) Tj ET\n"
                    .formatted(i == 0 ? 20 : 10, i == 0 ? 760 : 740 - 12 * i, LINES.get(i)));
        }
        return """
                %%PDF-1.4
                1 0 obj
                <</Type/Catalog/Pages 2 0 R>>
                endobj
                2 0 obj
                <</Type/Pages/Kids[3 0 R]/Count 1>>
                endobj
                3 0 obj
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>
                endobj
                4 0 obj
                <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
                endobj
                5 0 obj
                <</Length %d>>
                stream
                %sendstream
                endobj
                trailer
                <</Root 1 0 R/Size 6>>
                %%%%EOF
                """.formatted(page.length(), page);
    }
}
