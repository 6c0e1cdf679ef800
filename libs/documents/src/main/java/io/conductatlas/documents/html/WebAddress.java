package io.conductatlas.documents.html;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address as browsers read it (the WHATWG URL standard), which {@link java.net.URI} does not: back-slashes, spaces, unescaped
 * characters and default ports are common in pages. Only what links need: parsing against a base and writing back.
 */
final class WebAddress {
    private final String scheme;
    private final @Nullable String authority;
    private final List<String> path;
    private final @Nullable String opaquePath;
    private final @Nullable String query;
    private final @Nullable String fragment;

    private WebAddress(
            String scheme,
            @Nullable String authority,
            List<String> path,
            @Nullable String opaquePath,
            @Nullable String query,
            @Nullable String fragment) {
        this.scheme = scheme;
        this.authority = authority;
        this.path = path;
        this.opaquePath = opaquePath;
        this.query = query;
        this.fragment = fragment;
    }

    /** The address that {@code input} means on a page at {@code base}, or null where it means none. */
    static @Nullable WebAddress parse(String input, @Nullable WebAddress base) {
        String text = cleaned(input);
        String fragment = null;
        int hash = text.indexOf('#');
        if (hash >= 0) {
            fragment = encoded(text.substring(hash + 1), " \"<>`");
            text = text.substring(0, hash);
        }
        int schemeEnd = schemeEnd(text);
        if (schemeEnd > 0) {
            String scheme = text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
            String rest = text.substring(schemeEnd + 1);
            if (isSpecial(scheme)) {
                boolean ownScheme = !startsWithTwoSlashes(rest) && !scheme.equals("file");
                if (base != null && base.scheme.equals(scheme) && ownScheme) {
                    return relative(rest, base, fragment);
                }
                return absolute(scheme, withoutLeadingSlashes(rest), fragment);
            }
            if (rest.startsWith("//")) {
                return absolute(scheme, rest.substring(2), fragment);
            }
            String query = null;
            int mark = rest.indexOf('?');
            if (mark >= 0) {
                query = encoded(rest.substring(mark + 1), " \"#<>");
                rest = rest.substring(0, mark);
            }
            if (rest.startsWith("/")) {
                return new WebAddress(scheme, null, segments(rest, List.of(), false), null, query, fragment);
            }
            return new WebAddress(scheme, null, List.of(), encoded(rest, ""), query, fragment);
        }
        if (base == null) {
            return null;
        }
        if (base.opaquePath != null) {
            if (text.isEmpty() && fragment != null) {
                return new WebAddress(base.scheme, null, List.of(), base.opaquePath, base.query, fragment);
            }
            return null;
        }
        return relative(text, base, fragment);
    }

    private static @Nullable WebAddress relative(String text, WebAddress base, @Nullable String fragment) {
        boolean special = isSpecial(base.scheme);
        String rest = text;
        if (startsWithTwoSlashes(rest) && (special || rest.startsWith("//"))) {
            return absolute(base.scheme, special ? withoutLeadingSlashes(rest) : rest.substring(2), fragment);
        }
        String query = null;
        int mark = rest.indexOf('?');
        if (mark >= 0) {
            query = encodedQuery(rest.substring(mark + 1), special);
            rest = rest.substring(0, mark);
        }
        if (rest.isEmpty()) {
            return new WebAddress(
                    base.scheme, base.authority, base.path, null, mark >= 0 ? query : base.query, fragment);
        }
        boolean fromRoot = rest.charAt(0) == '/' || (special && rest.charAt(0) == '\\');
        List<String> start = fromRoot || base.path.isEmpty() ? List.of() : base.path.subList(0, base.path.size() - 1);
        return new WebAddress(base.scheme, base.authority, segments(rest, start, special), null, query, fragment);
    }

    private static @Nullable WebAddress absolute(String scheme, String rest, @Nullable String fragment) {
        boolean special = isSpecial(scheme);
        int end = 0;
        while (end < rest.length() && !isEndOfAuthority(rest.charAt(end), special)) {
            end++;
        }
        String authority = authority(scheme, rest.substring(0, end));
        if (authority == null) {
            return null;
        }
        String path = rest.substring(end);
        String query = null;
        int mark = path.indexOf('?');
        if (mark >= 0) {
            query = encodedQuery(path.substring(mark + 1), special);
            path = path.substring(0, mark);
        }
        List<String> segments =
                path.isEmpty() ? (special ? List.of("") : List.of()) : segments(path, List.of(), special);
        return new WebAddress(scheme, authority, segments, null, query, fragment);
    }

    private static boolean isEndOfAuthority(char c, boolean special) {
        return c == '/' || c == '?' || (special && c == '\\');
    }

    private static @Nullable String authority(String scheme, String text) {
        String credentials = "";
        String rest = text;
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            String user = rest.substring(0, at);
            rest = rest.substring(at + 1);
            int colon = user.indexOf(':');
            String name = encoded(colon < 0 ? user : user.substring(0, colon), " \"#<>?`{}/:;=@[\\]^|");
            String password = colon < 0 ? "" : encoded(user.substring(colon + 1), " \"#<>?`{}/:;=@[\\]^|");
            credentials = name + (password.isEmpty() ? "" : ":" + password) + "@";
        }
        String port = "";
        int colon = rest.lastIndexOf(':');
        if (colon >= 0 && rest.indexOf(']', colon) < 0) {
            String digits = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
            if (!digits.isEmpty()) {
                try {
                    int number = Integer.parseInt(digits);
                    if (number < 0 || number > 65_535 || !Character.isDigit(digits.charAt(0))) {
                        return null;
                    }
                    port = number == defaultPort(scheme) ? "" : ":" + number;
                } catch (NumberFormatException e) {
                    return null;
                }
            }
        }
        String host = host(scheme, rest);
        return host == null ? null : credentials + host + port;
    }

    private static @Nullable String host(String scheme, String text) {
        if (!isSpecial(scheme)) {
            return encoded(text, "");
        }
        if (text.isEmpty()) {
            return scheme.equals("file") ? "" : null;
        }
        if (text.startsWith("[")) {
            return text.endsWith("]") ? text.toLowerCase(Locale.ROOT) : null;
        }
        String host = decoded(text);
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || "#%/:<>?@[\\]^|".indexOf(c) >= 0 || c == 0x7f) {
                return null;
            }
        }
        if (host.chars().allMatch(c -> c < 0x80)) {
            return host.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(host.replace("\u00ad", "").toLowerCase(Locale.ROOT), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> segments(String path, List<String> start, boolean special) {
        List<String> segments = new ArrayList<>(start);
        int from = !path.isEmpty() && isSlash(path.charAt(0), special) ? 1 : 0;
        while (true) {
            int to = from;
            while (to < path.length() && !isSlash(path.charAt(to), special)) {
                to++;
            }
            boolean last = to == path.length();
            String segment = path.substring(from, to);
            if (isDoubleDot(segment)) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
                if (last) {
                    segments.add("");
                }
            } else if (isSingleDot(segment)) {
                if (last) {
                    segments.add("");
                }
            } else {
                segments.add(encoded(segment, " \"#<>?`{}^"));
            }
            if (last) {
                return segments;
            }
            from = to + 1;
        }
    }

    private static boolean isSlash(char c, boolean special) {
        return c == '/' || (special && c == '\\');
    }

    private static boolean isSingleDot(String segment) {
        return segment.equals(".") || segment.equalsIgnoreCase("%2e");
    }

    private static boolean isDoubleDot(String segment) {
        return segment.equals("..")
                || segment.equalsIgnoreCase(".%2e")
                || segment.equalsIgnoreCase("%2e.")
                || segment.equalsIgnoreCase("%2e%2e");
    }

    private static String cleaned(String input) {
        int start = 0;
        int end = input.length();
        while (start < end && input.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && input.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder result = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = input.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static int schemeEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':') {
                return i;
            }
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean startsWithTwoSlashes(String text) {
        return text.length() >= 2 && isSlash(text.charAt(0), true) && isSlash(text.charAt(1), true);
    }

    private static String withoutLeadingSlashes(String text) {
        int start = 0;
        while (start < text.length() && isSlash(text.charAt(start), true)) {
            start++;
        }
        return text.substring(start);
    }

    private static boolean isSpecial(String scheme) {
        return switch (scheme) {
            case "http", "https", "ws", "wss", "ftp", "file" -> true;
            default -> false;
        };
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ftp" -> 21;
            default -> -1;
        };
    }

    private static String encodedQuery(String text, boolean special) {
        return encoded(text, special ? " \"#<>'" : " \"#<>");
    }

    /** Percent-encodes control characters, everything beyond ASCII and the characters given; existing escapes stay. */
    private static String encoded(String text, String more) {
        int i = 0;
        while (i < text.length() && isPlain(text.charAt(i), more)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c, more)) {
                result.append(c);
            } else {
                result.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return result.toString();
    }

    private static boolean isPlain(char c, String more) {
        return c >= ' ' && c < 0x7f && more.indexOf(c) < 0;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] result = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                result[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                result[length++] = bytes[i];
            }
        }
        return new String(result, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder result = new StringBuilder(scheme).append(':');
        if (authority != null) {
            result.append("//").append(authority);
        }
        if (opaquePath != null) {
            result.append(opaquePath);
        } else {
            for (String segment : path) {
                result.append('/').append(segment);
            }
        }
        if (query != null) {
            result.append('?').append(query);
        }
        if (fragment != null) {
            result.append('#').append(fragment);
        }
        return result.toString();
    }
}
