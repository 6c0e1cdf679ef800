package io.conductatlas.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.html.Extracted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfExtractorTest {
    private static final PDType1Font TEXT = new PDType1Font(FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    private final PdfExtractor extractor = new PdfExtractor();

    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    @BeforeAll
    static void damageIsNoNews() {
        PDFBOX.setLevel(Level.OFF);
    }

    private record Line(PDType1Font font, int size, int y, String text) {}

    @Test
    void readsTitlesParagraphsAndItems() throws IOException {
        byte[] pdf = pdf(List.of(
                new Line(TEXT, 20, 700, "Terms of Service"),
                new Line(TEXT, 10, 670, "You agree to these terms when you use the service, and we may ch-"),
                new Line(TEXT, 10, 658, "ange them with notice to you."),
                new Line(BOLD, 10, 630, "1. Your account"),
                new Line(TEXT, 10, 610, "Keep your password to yourself."),
                new Line(TEXT, 10, 598, "- Do not share it with anybody."),
                new Line(TEXT, 10, 586, "- Do not write it down."),
                new Line(TEXT, 10, 40, "Page 1 of 1")));

        assertThat(markdown(pdf)).isEqualTo("""
                # Terms of Service

                You agree to these terms when you use the service, and we may change them with notice to you.

                ## 1\\. Your account

                Keep your password to yourself.

                *   Do not share it with anybody.
                *   Do not write it down.""");
    }

    @Test
    void leavesOutWhatRunsAtTheEdgeOfMostPages() throws IOException {
        List<Line> page = List.of(
                new Line(TEXT, 8, 770, "Larkfield Ltd - confidential"),
                new Line(TEXT, 10, 700, "We keep what you give us for thirty days."));

        assertThat(markdown(pdf(page, page, page)))
                .doesNotContain("confidential")
                .contains("thirty days");
    }

    @Test
    void saysWhyThereIsNoText() throws IOException {
        byte[] whole = pdf(List.of(new Line(TEXT, 10, 700, "words")));

        assertThat(reason(pdf(List.of()))).isEqualTo(Extracted.Reason.EMPTY);
        assertThat(reason("<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo(Extracted.Reason.UNREADABLE);
        assertThat(reason(Arrays.copyOf(whole, 40))).isEqualTo(Extracted.Reason.UNREADABLE);
        assertThat(reason(encrypted())).isEqualTo(Extracted.Reason.UNREADABLE);
        assertThat(reason(new byte[PdfExtractor.MAX_BYTES + 1])).isEqualTo(Extracted.Reason.TOO_LARGE);
    }

    @Test
    void stopsAtAPdfThatDrawsWithoutEnd() throws IOException {
        assertThat(reason(drawing("q Q ".repeat(PdfExtractor.MOST_STEPS / 2 + 10))))
                .isEqualTo(Extracted.Reason.TOO_LARGE);
    }

    @Test
    void givesATypedAnswerToAnyDamage() throws IOException {
        byte[] whole = pdf(List.of(new Line(TEXT, 12, 700, "We keep what you give us for thirty days.")));
        long seed = 20_260_301L;
        Random random = new Random(seed);

        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 1 + i / 10; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(extractor.extract(damaged))
                    .as("seed %d, round %d", seed, i)
                    .isNotNull();
        }
    }

    private String markdown(byte[] pdf) {
        Extracted extracted = extractor.extract(pdf);
        assertThat(extracted).isInstanceOf(Extracted.Text.class);
        return ((Extracted.Text) extracted).agreement().markdown();
    }

    private Extracted.Reason reason(byte[] pdf) {
        return ((Extracted.Nothing) extractor.extract(pdf)).reason();
    }

    @SafeVarargs
    private static byte[] pdf(List<Line>... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (List<Line> lines : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    for (Line line : lines) {
                        stream.beginText();
                        stream.setFont(line.font(), line.size());
                        stream.newLineAtOffset(72, line.y());
                        stream.showText(line.text());
                        stream.endText();
                    }
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] drawing(String steps) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(steps.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
