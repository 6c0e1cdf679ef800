package io.conductatlas.local.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Writes an agreement as a PDF of A4 pages with real text in it. */
final class PdfWriter {
    private static final float MARGIN = 60;
    private static final float LEADING = 15;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private record Line(String text, PDFont font, float size) {}

    private PdfWriter() {}

    static byte[] pdf(String text) {
        try (PDDocument document = new PDDocument()) {
            List<Line> lines = lines(text);
            int perPage = (int) ((PDRectangle.A4.getHeight() - 2 * MARGIN) / LEADING);
            for (int from = 0; from < lines.size(); from += perPage) {
                page(document, lines.subList(from, Math.min(from + perPage, lines.size())));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.setDocumentId(0L);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, List<Line> lines) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
            content.setLeading(LEADING);
            for (Line line : lines) {
                content.setFont(line.font(), line.size());
                content.showText(line.text());
                content.newLine();
            }
            content.endText();
        }
    }

    private static List<Line> lines(String text) throws IOException {
        PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
        List<Line> lines = new ArrayList<>();
        for (String block : text.strip().split("\\n\\s*\\n", -1)) {
            boolean heading = block.startsWith("#");
            String words = block.replaceFirst("^#+ ", "").replace('\n', ' ').replace('\u2019', '\'');
            wrap(words, heading ? bold : plain, heading ? 13 : 10.5f, lines);
            lines.add(new Line("", plain, 10.5f));
        }
        return lines;
    }

    private static void wrap(String words, PDFont font, float size, List<Line> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.getStringWidth(longer) / 1000 * size > WIDTH && !line.isEmpty()) {
                lines.add(new Line(line.toString(), font, size));
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(new Line(line.toString(), font, size));
    }
}
