package io.conductatlas.documents.pdf;

import io.conductatlas.documents.html.Extracted;
import io.conductatlas.documents.html.Extracted.Nothing;
import io.conductatlas.documents.html.Extracted.Reason;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a PDF as Markdown: headings by the size of their letters, paragraphs by the space between lines, list items by their
 * marks; what repeats at the edge of most pages is left out.
 *
 * <p>A PDF may be made to cost without end. Its size, pages, drawing steps and characters are limited, and each is read on a thread
 * of its own that is told to stop when its time is over.
 */
public final class PdfExtractor {
    public static final int MAX_BYTES = 32 << 20;

    static final int MOST_PAGES = 600;
    static final int MOST_CHARACTERS = 2_000_000;
    static final int MOST_STEPS = 6_000_000;
    private static final long MOST_MEMORY = 96L << 20;
    private static final long MOST_PROCESSOR_TIME = TimeUnit.SECONDS.toNanos(4);

    /** On a machine with so much else to do that even little takes long. */
    private static final long MOST_TIME = TimeUnit.SECONDS.toNanos(60);

    private static final long MILLISECONDS_BETWEEN_LOOKS = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MarkdownReader reader = new MarkdownReader();

    public Extracted extract(byte[] pdf) {
        if (pdf.length > MAX_BYTES) {
            return new Nothing(Reason.TOO_LARGE, pdf.length + " bytes");
        }
        if (!isPdf(pdf)) {
            return new Nothing(Reason.UNREADABLE, "the bytes are no PDF");
        }
        FutureTask<Extracted> work = new FutureTask<>(() -> read(pdf));
        Thread worker = new Thread(work, "pdf");
        worker.setDaemon(true);
        worker.start();
        long begin = System.nanoTime();
        try {
            while (THREADS.getThreadCpuTime(worker.getId()) < MOST_PROCESSOR_TIME
                    && System.nanoTime() - begin < MOST_TIME) {
                try {
                    return work.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // it goes on, and so do we, until its time is over
                }
            }
            work.cancel(true);
            return new Nothing(Reason.TOO_LARGE, "reading takes too long");
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return new Nothing(Reason.UNREADABLE, "reading was interrupted");
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** Whether bytes begin as a PDF does; some have a few bytes before it. */
    public static boolean isPdf(byte[] bytes) {
        for (int i = 0; i + 4 < bytes.length && i < 1_024; i++) {
            if (bytes[i] == '%'
                    && bytes[i + 1] == 'P'
                    && bytes[i + 2] == 'D'
                    && bytes[i + 3] == 'F'
                    && bytes[i + 4] == '-') {
                return true;
            }
        }
        return false;
    }

    private Extracted read(byte[] pdf) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return new Nothing(Reason.TOO_LARGE, document.getNumberOfPages() + " pages");
            }
            List<PdfLine> lines = new PdfLines().of(document);
            String markdown = PdfMarkdown.of(lines, document.getNumberOfPages());
            return markdown.isEmpty()
                    ? new Nothing(Reason.EMPTY, "the PDF contains no text")
                    : new Extracted.Text(reader.read(markdown));
        } catch (InvalidPasswordException e) {
            return new Nothing(Reason.UNREADABLE, "the PDF is encrypted");
        }
    }

    private static Nothing failed(Throwable cause) {
        if (cause instanceof TooMuchToDraw
                || cause instanceof OutOfMemoryError
                || cause instanceof StackOverflowError) {
            return new Nothing(Reason.TOO_LARGE, "the PDF asks for more than is ever read");
        }
        return new Nothing(
                Reason.UNREADABLE, "the PDF cannot be read: " + cause.getClass().getSimpleName());
    }
}
