package io.conductatlas.outbound;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Reads the body of an answer without believing anything it says about itself. */
final class AnswerBody {

    /** From here on the ratio counts; below it a page of nothing but spaces is fine. */
    private static final long RATIO_COUNTS_FROM = 1 << 20;

    private final OutboundConfig config;

    AnswerBody(OutboundConfig config) {
        this.config = config;
    }

    /** The body, expanded; fails with {@link TooLarge}, {@link BadEncoding} or as the network does. */
    byte[] readWhole(ResponseBody body, Headers headers) throws IOException {
        if (body.contentLength() > config.maxWireBytes()) {
            throw new TooLarge("the answer announces more than %d bytes".formatted(config.maxWireBytes()));
        }
        try (Counting wire = new Counting(body.byteStream(), config.maxWireBytes());
                InputStream in = expanded(wire, headers)) {
            Buffer read = new Buffer();
            byte[] chunk = new byte[8192];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                read.write(chunk, 0, n);
                if (read.size() > config.maxExpandedBytes()) {
                    throw new TooLarge("the answer has more than %d bytes".formatted(config.maxExpandedBytes()));
                }
                if (read.size() > RATIO_COUNTS_FROM && read.size() / Math.max(1, wire.count) >= config.maxRatio()) {
                    throw new TooLarge("the answer expands more than %d times".formatted(config.maxRatio()));
                }
            }
            return read.readByteArray();
        } catch (ZipException e) {
            throw new BadEncoding("the answer is not compressed as it says");
        }
    }

    /** The first bytes of a body; what is compressed against our wish is left unread. */
    Start readStart(ResponseBody body, Headers headers, int most) throws IOException {
        if (!encodings(headers).isEmpty()) {
            return new Start(new byte[0], true);
        }
        byte[] bytes = body.byteStream().readNBytes(most + 1);
        return bytes.length > most ? new Start(java.util.Arrays.copyOf(bytes, most), true) : new Start(bytes, false);
    }

    @SuppressWarnings("resource") // the caller closes the stream it gets, and with it the one below
    private static InputStream expanded(Counting wire, Headers headers) throws IOException {
        List<String> encodings = encodings(headers);
        if (encodings.isEmpty()) {
            return wire;
        }
        if (encodings.size() > 1) {
            throw new BadEncoding("the answer is compressed more than once");
        }
        BufferedInputStream start = new BufferedInputStream(wire);
        start.mark(2);
        int first = start.read();
        int second = start.read();
        start.reset();
        if (first < 0) {
            return start;
        }
        return switch (encodings.get(0)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(start, 8192);
            case "deflate" -> {
                boolean zlib = (first & 0x0f) == 8 && second >= 0 && ((first << 8) + second) % 31 == 0;
                yield new InflaterInputStream(start, new Inflater(!zlib), 8192);
            }
            default -> throw new BadEncoding("the answer is compressed in a way we did not ask for");
        };
    }

    private static List<String> encodings(Headers headers) {
        return headers.values("Content-Encoding").stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty() && !value.equals("identity"))
                .toList();
    }

    /** The first bytes of a body, and whether there were more. */
    record Start(byte[] bytes, boolean truncated) {}

    /** More came, or was about to come, than we take. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /** The body cannot be expanded. */
    static final class BadEncoding extends IOException {
        private static final long serialVersionUID = 1L;

        BadEncoding(String message) {
            super(message);
        }
    }

    private static final class Counting extends FilterInputStream {
        private final long most;
        private long count;

        Counting(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws TooLarge {
            count += n;
            if (count > most) {
                throw new TooLarge("the answer has more than %d bytes on the wire".formatted(most));
            }
        }
    }
}
