package io.conductatlas.documents.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Finds the lines of a PDF in the order they are read in, and counts what reading them takes. */
final class PdfLines extends PDFTextStripper {
    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> positions = new ArrayList<>();
    private int steps;
    private int characters;

    PdfLines() {
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(false);
    }

    List<PdfLine> of(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
        return lines;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++steps > PdfExtractor.MOST_STEPS || Thread.currentThread().isInterrupted()) {
            throw new TooMuchToDraw();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++characters <= PdfExtractor.MOST_CHARACTERS) {
            super.processTextPosition(position);
        } else {
            steps = PdfExtractor.MOST_STEPS;
        }
    }

    @Override
    protected void writeString(String string, List<TextPosition> placed) {
        text.append(string);
        positions.addAll(placed);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    private void endLine() {
        String line = text.toString().strip();
        if (!line.isEmpty() && !positions.isEmpty()) {
            TextPosition first = positions.get(0);
            TextPosition last = positions.get(positions.size() - 1);
            int bold = 0;
            float size = 0;
            for (TextPosition position : positions) {
                bold += isBold(position.getFont()) ? 1 : 0;
                size += position.getFontSizeInPt();
            }
            lines.add(new PdfLine(
                    getCurrentPageNo() - 1,
                    first.getPageHeight(),
                    first.getXDirAdj(),
                    first.getYDirAdj(),
                    last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj(),
                    size / positions.size(),
                    bold * 10 > positions.size() * 9,
                    line));
        }
        text.setLength(0);
        positions.clear();
    }

    private static boolean isBold(PDFont font) {
        String name = font.getName();
        return name != null && name.toLowerCase(Locale.ROOT).contains("bold");
    }
}
