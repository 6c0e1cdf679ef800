package io.conductatlas.clauses.assessment;

import java.util.List;

/** Small matters of English. */
final class Phrasing {
    private static final int EXCERPT_WORDS = 34;

    private Phrasing() {}

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }

    static String number(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The document's own words in quotation marks, cut after some, on one line. */
    static String excerpt(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length <= EXCERPT_WORDS) {
            return "“" + String.join(" ", words) + "”";
        }
        return "“" + String.join(" ", List.of(words).subList(0, EXCERPT_WORDS)) + " …”";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The last heading of a path. */
    static String lastHeading(String path) {
        int at = path.lastIndexOf(" › ");
        return at < 0 ? path : path.substring(at + 3);
    }

    static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("”") && text.endsWith(".”") ? text : text + ".";
    }

    /** A name in the middle of a sentence: "Privacy Policy" stays, "Mandatory arbitration" becomes lower case. */
    static String inside(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
