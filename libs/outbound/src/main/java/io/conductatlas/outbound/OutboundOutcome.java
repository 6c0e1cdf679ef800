package io.conductatlas.outbound;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of a request. Nothing here is exceptional: strangers' servers do all of it every day. */
public sealed interface OutboundOutcome {

    /**
     * A server answered, whatever it said.
     *
     * @param headers names in lower case
     * @param body with its compression undone
     * @param truncated whether the server had more to say than we read; only for webhooks
     * @param finalUrl the address that gave this answer
     * @param hops the redirects on the way there, in order
     * @param peer whom we were connected to
     * @param tlsSubject the subject of the server's certificate, over https
     */
    record Answered(
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            boolean truncated,
            String finalUrl,
            List<Hop> hops,
            InetAddress peer,
            Optional<String> tlsSubject,
            Timings timings)
            implements OutboundOutcome {
        public Answered {
            Map<String, List<String>> lowered = new TreeMap<>();
            headers.forEach((name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            headers = Collections.unmodifiableMap(lowered);
            hops = List.copyOf(hops);
        }

        /** The first value of a header. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }
    }

    /**
     * We did not ask: the address, or one it led to, is out of bounds. Trying again changes nothing.
     *
     * @param detail one line for people; never holds the addresses that a name resolved to
     */
    record Refused(Reason reason, String detail) implements OutboundOutcome {}

    /**
     * We asked and got no usable answer.
     *
     * @param detail one line for people
     */
    record Unreachable(Kind kind, String detail) implements OutboundOutcome {}

    /** A redirect that was followed: who sent it, and with which status. */
    record Hop(String url, int status) {}

    /**
     * How long it took.
     *
     * @param total all hops, up to the last byte
     * @param lastHop the request that gave the answer
     */
    record Timings(Duration total, Duration lastHop) {}

    /** Why we did not ask. */
    enum Reason {
        /** It is not an address in the form we take. */
        BAD_URL,
        /** It leads to a network that nobody may be sent to, or to a scheme or port that is closed. */
        SSRF_BLOCKED,
        /** A redirect led from https to http. */
        DOWNGRADE
    }

    /** Why there was no usable answer. */
    enum Kind {
        DNS,
        CONNECT,
        TLS_EXPIRED,
        TLS_INVALID,
        TIMEOUT,
        RESET,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        BAD_ENCODING
    }
}
