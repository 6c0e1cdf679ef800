package io.conductatlas.outbound;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * An address that means one thing only.
 *
 * <p>Whatever two parsers could read differently is refused instead of repaired: user information, backslashes, control
 * characters, numbers that are addresses in disguise, dots at the end, zones, look-alike digits.
 */
public final class OutboundUrl {

    private static final int LONGEST = 4096;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,2})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    /** Names that only ever mean something inside a network. */
    private static final List<String> INSIDE =
            List.of(".internal", ".local", ".localdomain", ".home.arpa", ".lan", ".intranet", ".corp", ".onion");

    private final HttpUrl url;
    private final Optional<InetAddress> literal;

    private OutboundUrl(HttpUrl url, Optional<InetAddress> literal) {
        this.url = url;
        this.literal = literal;
    }

    /** Reads {@code text}, or fails with {@link InvalidUrlException}. */
    public static OutboundUrl parse(String text) {
        checkCharacters(text);
        String scheme = scheme(text);
        String afterScheme = text.substring(scheme.length() + 3);
        String authority = afterScheme.substring(0, endOfAuthority(afterScheme));
        String rest = afterScheme.substring(authority.length());
        if (authority.indexOf('@') >= 0) {
            throw new InvalidUrlException("an address must not hold a user name or password");
        }
        String host = host(authority);
        int port = port(authority, host, scheme);
        Optional<InetAddress> literal = literal(host);
        String canonical = literal.isPresent() ? host.toLowerCase(Locale.ROOT) : name(host);
        return new OutboundUrl(build(scheme, canonical, port, rest), literal);
    }

    /** The address in its one form, without a fragment. */
    @Override
    public String toString() {
        return url.toString();
    }

    public boolean isHttps() {
        return url.isHttps();
    }

    /** The host in its one form; an IPv6 address without brackets. */
    public String host() {
        return url.host();
    }

    public int port() {
        return url.port();
    }

    /** What politeness and robots rules are kept by: scheme, host and port. */
    public String origin() {
        HttpUrl root = url.newBuilder().encodedPath("/").query(null).build();
        String text = root.toString();
        return text.substring(0, text.length() - 1);
    }

    /** Path and query as they are sent. */
    public String pathAndQuery() {
        String query = url.encodedQuery();
        return query == null ? url.encodedPath() : url.encodedPath() + '?' + query;
    }

    /** Another address on the same origin. */
    public OutboundUrl at(String path) {
        return new OutboundUrl(url.newBuilder().encodedPath(path).query(null).build(), literal);
    }

    /** Whether the host can only be this machine, whatever resolvers say. */
    boolean namesLoopback() {
        return host().equals("localhost") || host().endsWith(".localhost");
    }

    /** The address itself when the host is one and needs no resolving. */
    Optional<InetAddress> literal() {
        return literal;
    }

    HttpUrl toHttpUrl() {
        return url;
    }

    /** Where {@code location} leads from here; checked like any other address. */
    OutboundUrl follow(String location) {
        HttpUrl next = url.resolve(location.strip());
        if (next == null) {
            throw new InvalidUrlException("a redirect leads to something that is not an http or https address");
        }
        return parse(next.newBuilder().fragment(null).build().toString());
    }

    private static void checkCharacters(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidUrlException("an address has at most %d characters".formatted(LONGEST));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || c == '\\' || Character.isISOControl(c) || Character.isWhitespace(c)) {
                throw new InvalidUrlException("an address must not hold spaces, control characters or backslashes");
            }
        }
        if (text.indexOf('#') >= 0) {
            throw new InvalidUrlException("an address to fetch has no fragment (the part from # on)");
        }
    }

    private static String scheme(String text) {
        for (String scheme : List.of("https", "http")) {
            if (text.regionMatches(true, 0, scheme + "://", 0, scheme.length() + 3)) {
                return scheme;
            }
        }
        throw new InvalidUrlException("an address starts with https:// or http://");
    }

    private static int endOfAuthority(String afterScheme) {
        for (int i = 0; i < afterScheme.length(); i++) {
            if (afterScheme.charAt(i) == '/' || afterScheme.charAt(i) == '?') {
                return i;
            }
        }
        return afterScheme.length();
    }

    private static String host(String authority) {
        if (authority.startsWith("[")) {
            int end = authority.indexOf(']');
            if (end < 0 || authority.lastIndexOf(':', end) < 0) {
                throw new InvalidUrlException("only an IPv6 address stands in brackets");
            }
            return authority.substring(1, end);
        }
        int colon = authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (host.isEmpty()) {
            throw new InvalidUrlException("an address names a host");
        }
        return host;
    }

    private static int port(String authority, String host, String scheme) {
        int taken = authority.startsWith("[") ? host.length() + 2 : host.length();
        String rest = authority.substring(taken);
        if (rest.isEmpty()) {
            return HttpUrl.defaultPort(scheme);
        }
        if (!rest.startsWith(":") || !PORT.matcher(rest.substring(1)).matches()) {
            throw new InvalidUrlException("not a port: " + rest);
        }
        int port = Integer.parseInt(rest.substring(1));
        if (port > 65535) {
            throw new InvalidUrlException("not a port: " + port);
        }
        return port;
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            if (host.indexOf(':') >= 0) {
                if (!IPV6.matcher(host).matches()) {
                    throw new InvalidUrlException("not an IPv6 address, or one with a zone");
                }
                return Optional.of(InetAddress.getByName(host)); // looks nothing up: only an address holds a colon
            }
            if (IPV4.matcher(host).matches()) {
                String[] parts = host.split("\\.", -1);
                byte[] address = new byte[4];
                for (int i = 0; i < 4; i++) {
                    int part = Integer.parseInt(parts[i]);
                    if (part > 255) {
                        throw new InvalidUrlException("not an IPv4 address: " + host);
                    }
                    address[i] = (byte) part;
                }
                return Optional.of(InetAddress.getByAddress(address));
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            throw new InvalidUrlException("not an IP address: " + host);
        }
    }

    private static String name(String host) {
        String ascii;
        try {
            ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new InvalidUrlException("not a host name: " + host);
        }
        boolean mapped = !host.toLowerCase(Locale.ROOT).equals(ascii);
        if (mapped && !ascii.contains("xn--")) {
            throw new InvalidUrlException("a host name with characters that stand for others: " + host);
        }
        if (ascii.length() > 253) {
            throw new InvalidUrlException("a host name has at most 253 characters");
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new InvalidUrlException("not a host name: " + host);
            }
        }
        if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
            throw new InvalidUrlException("an IPv4 address is written as four plain decimal numbers");
        }
        if (labels.length == 1 && !ascii.equals("localhost")) {
            throw new InvalidUrlException("a host name has at least two parts: " + host);
        }
        for (String ending : INSIDE) {
            if (ascii.endsWith(ending)) {
                throw new InvalidUrlException("a name that only means something inside a network: " + host);
            }
        }
        return ascii;
    }

    private static HttpUrl build(String scheme, String host, int port, String rest) {
        int query = rest.indexOf('?');
        String path = query < 0 ? rest : rest.substring(0, query);
        HttpUrl url;
        try {
            url = new HttpUrl.Builder()
                    .scheme(scheme)
                    .host(host)
                    .port(port)
                    .encodedPath(path.isEmpty() ? "/" : path)
                    .encodedQuery(query < 0 ? null : rest.substring(query + 1))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new InvalidUrlException("not an address: " + host);
        }
        return url;
    }
}
