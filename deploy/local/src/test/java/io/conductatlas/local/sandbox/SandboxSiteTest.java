package io.conductatlas.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.local.stack.StateFolder;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxSiteTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-05-04T09:00:00Z");

    @TempDir
    Path home;

    @BeforeEach
    void begin() {
        new Progress(FIRST_DAY.toString(), 0, "").save(new StateFolder(home));
    }

    @Test
    void everyDocumentOfTheScriptIsPublishedOnTheFirstDay() {
        Script.read()
                .platforms()
                .forEach(platform -> platform.documents().forEach(document -> {
                    Answer page = get(1, document.page());

                    assertThat(page.status()).as(document.page()).isEqualTo(200);
                    assertThat(text(page)).contains("<main", "4 May 2026").doesNotContain("{{");
                }));
    }

    @Test
    void theAdvertisingClauseComesOnDayThree() {
        assertThat(text(get(2, "larkfield/privacy"))).contains("we do not share it with advertisers");
        assertThat(text(get(3, "larkfield/privacy")))
                .contains("to show you targeted advertising", "These changes take effect on 5 June 2026")
                .doesNotContain("we do not share it with advertisers");
    }

    @Test
    void theSectionOnTrainingMovesFromOneDocumentToTheOther() {
        assertThat(text(get(4, "quillmark/privacy"))).contains("Training of our models");
        assertThat(text(get(5, "quillmark/privacy"))).doesNotContain("Training of our models");
        assertThat(text(get(5, "quillmark/terms"))).contains("to train our models unless you opt out");
    }

    @Test
    void anErrorPageIsServedUnderStatus200AndOnlyForADay() {
        assertThat(get(6, "merrow/agreement").status()).isEqualTo(200);
        assertThat(text(get(6, "merrow/agreement")))
                .contains("Something went wrong")
                .doesNotContain("arbitration");
        assertThat(text(get(7, "merrow/agreement"))).contains("Agreement to arbitrate");
    }

    @Test
    void theRegionalTextsAlternate() {
        assertThat(text(get(6, "pebbleway/terms"))).isEqualTo(text(get(8, "pebbleway/terms")));
        assertThat(text(get(7, "pebbleway/terms")))
                .isEqualTo(text(get(9, "pebbleway/terms")))
                .contains("Right of withdrawal");
    }

    @Test
    void thePdfHoldsTheAgreementAsText() throws Exception {
        Answer pdf = get(9, "merrow/fees");

        assertThat(pdf.contentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document)).contains("inactivity fee of 2.50 dollars");
        }
    }

    @Test
    void theScriptedPageSaysNothingWithoutItsScript() {
        String page = text(get(10, "quillmark/privacy"));

        assertThat(page.substring(0, page.indexOf("<script>"))).doesNotContain("personal data");
    }

    @Test
    void theDeadLinkIsDead() {
        assertThat(get(10, "pebbleway/community").status()).isEqualTo(404);
        assertThat(get(10, "no/such/page").status()).isEqualTo(404);
    }

    @Test
    void anUnchangedPageIsNotSentTwice() {
        String tag = get(1, "quillmark/terms").headers().get("ETag");

        Answer again = site(3).answer(new Ask("GET", "/quillmark/terms", Map.of("if-none-match", tag), new byte[0]));
        Answer changed = site(4).answer(new Ask("GET", "/quillmark/terms", Map.of("if-none-match", tag), new byte[0]));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void afterTheLastDayTheSiteStaysAsItIs() {
        assertThat(text(get(40, "larkfield/terms"))).isEqualTo(text(get(10, "larkfield/terms")));
    }

    private Answer get(int day, String page) {
        return site(day).answer(new Ask("GET", "/" + page, Map.of(), new byte[0]));
    }

    private SandboxSite site(int day) {
        Clock clock = Clock.fixed(FIRST_DAY.plus(Duration.ofDays(day - 1L)).plusSeconds(60), ZoneOffset.UTC);
        return new SandboxSite(Script.read(), new StateFolder(home), clock);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
