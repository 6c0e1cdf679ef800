package io.conductatlas.documents.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF made to be slow or to take memory. Its bytes are made when they are asked for. */
record HostilePdf(String name, Supplier<byte[]> bytes) {
    private static final long SEED = 20_261_126;
    private static final int MB = 1 << 20;

    @Override
    public String toString() {
        return name;
    }

    static List<HostilePdf> all() {
        List<HostilePdf> pdfs = new ArrayList<>();
        add(pdfs, "random bytes, seed " + SEED, () -> {
            byte[] bytes = new byte[4 * MB];
            new Random(SEED).nextBytes(bytes);
            System.arraycopy("%PDF-1.7\n".getBytes(ISO_8859_1), 0, bytes, 0, 9);
            return bytes;
        });
        add(pdfs, "random words of the format, seed " + SEED, () -> {
            String[] words = {
                "obj",
                "endobj",
                "<<",
                ">>",
                "[",
                "]",
                "/Type",
                "/Page",
                "1 0 R",
                "stream",
                "endstream",
                "xref",
                "trailer",
                "startxref",
                "(",
                ")",
                "7",
                "%%EOF\n"
            };
            Random random = new Random(SEED);
            StringBuilder text = new StringBuilder("%PDF-1.7\n");
            for (int i = 0; i < 500_000; i++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            return text.toString().getBytes(ISO_8859_1);
        });
        add(pdfs, "nested arrays", () -> pdf("[".repeat(5 * MB)));
        add(pdfs, "nested dictionaries", () -> pdf("<</A ".repeat(2 * MB)));
        add(pdfs, "a string that never ends", () -> pdf("(".repeat(20 * MB)));
        add(pdfs, "a million small objects", () -> pdf("1 0 obj 1 endobj\n".repeat(1_000_000)));
        add(
                pdfs,
                "ten million lines of a table",
                () -> pdf("xref\n0 1000000\n" + "0000000000 65535 f \n".repeat(1_000_000)));
        add(pdfs, "a table of two thousand million lines", () -> pdf("xref\n0 2147483647\n0000000000 65535 f \n"));
        add(pdfs, "ends without number", () -> pdf("startxref\n9\n%%EOF\n".repeat(500_000)));
        add(
                pdfs,
                "pages that are their own kind",
                () -> whole("<</Type/Pages/Count 1000000000/Kids[2 0 R 2 0 R]>>", "q Q"));
        add(
                pdfs,
                "a million times the same page",
                () -> whole("<</Type/Pages/Count 1000000/Kids[" + "3 0 R ".repeat(1_000_000) + "]>>", "q Q"));
        add(pdfs, "steps without end", () -> whole(pages(), "q Q ".repeat(20 * MB)));
        add(
                pdfs,
                "letters without end",
                () -> whole(pages(), "BT /F 9 Tf 9 9 Td " + "(abc def ghi) Tj 0 -9 Td ".repeat(MB) + "ET"));
        add(
                pdfs,
                "letters in one place",
                () -> whole(pages(), "BT /F 9 Tf 9 9 Td " + ("(" + "a".repeat(30_000) + ") Tj ").repeat(130) + "ET"));
        add(pdfs, "operands without end", () -> whole(pages(), "1 ".repeat(20 * MB)));
        add(pdfs, "arrays in a page", () -> whole(pages(), "[".repeat(20 * MB)));
        add(pdfs, "an image in the page's text", () -> whole(pages(), "BI ID " + "x ".repeat(10 * MB)));
        add(pdfs, "a form that draws itself", () -> whole(pages(), "/X Do ".repeat(MB)));
        return pdfs;
    }

    private static void add(List<HostilePdf> pdfs, String name, Supplier<byte[]> bytes) {
        pdfs.add(new HostilePdf(name, bytes));
    }

    private static byte[] pdf(String body) {
        return ("%PDF-1.7\n" + body).getBytes(ISO_8859_1);
    }

    private static String pages() {
        return "<</Type/Pages/Count 1/Kids[3 0 R]>>";
    }

    /** A PDF with one page and its font, a form, and what the page draws, compressed. */
    private static byte[] whole(String pages, String drawn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] stream = compressed(drawn);
        String form = "/X Do /X Do";
        write(out, "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        write(out, "2 0 obj" + pages + "endobj\n");
        write(out, "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources 6 0 R>>endobj\n");
        write(out, "4 0 obj<</Length " + stream.length + "/Filter/FlateDecode>>stream\n");
        out.writeBytes(stream);
        write(out, "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n");
        write(out, "6 0 obj<</Font<</F 5 0 R>>/XObject<</X 7 0 R>>>>endobj\n");
        write(
                out,
                "7 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 6 0 R/Length " + form.length()
                        + ">>stream\n" + form + "\nendstream endobj\ntrailer<</Root 1 0 R/Size 8>>\n%%EOF\n");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(ISO_8859_1));
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(text.getBytes(ISO_8859_1));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("bytes in memory are always written", e);
        }
        return bytes.toByteArray();
    }
}
