package io.conductatlas.documents.markdown;

import java.util.Locale;
import java.util.Set;

/** Cuts a line into sentences by hand-written rules: a regular expression costs several times as much. */
final class SentenceScanner {
    /** Hears of each sentence. */
    interface Sink {
        void sentence(int from, int to);
    }

    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "etc", "inc", "ltd", "corp", "co", "mr", "mrs", "ms", "dr", "no", "nos", "art", "arts", "sec",
            "sect", "para", "paras", "cf", "vs", "v", "st", "u.s", "u.k", "u.s.c", "jr", "sr", "approx", "dept", "cal",
            "civ", "z.b", "bzw", "abs", "nr", "ggf", "usw", "vgl", "d.h", "u.a", "ca", "str", "p.ej", "pág", "sra",
            "núm", "l.c", "m", "mme", "s.a", "s.r.l", "s.p.a", "p.es", "ecc", "cod", "n", "pty", "llc", "a.m", "p.m");

    private static final int LONGEST_ABBREVIATION = 6;

    private static final Set<String> GERMAN_MONTHS = Set.of(
            "januar",
            "jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember");

    private SentenceScanner() {}

    static void split(char[] text, int start, int end, Sink sink) {
        int from = start;
        int closed = start;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c == '。' || c == '！' || c == '？') {
                int to = afterClosers(text, i + 1, end);
                sink.sentence(from, to);
                from = afterSpaces(text, to, end);
                i = from - 1;
            } else if ((c == '.' || c == '!' || c == '?' || c == '…') && i + 1 < end) {
                // a row of dots ends where its first dot says
                int to = i < closed ? closed : afterClosers(text, i + 1, end);
                closed = to;
                if (to < end
                        && text[to] == ' '
                        && to + 1 < end
                        && beginsSentence(text, to + 1, end)
                        && !(c == '.' && isAbbreviation(text, from, i, end))) {
                    sink.sentence(from, to);
                    from = to + 1;
                    i = to;
                }
            }
        }
        if (from < end) {
            sink.sentence(from, end);
        }
    }

    private static int afterClosers(char[] text, int from, int end) {
        int i = from;
        while (i < end) {
            char c = text[i];
            if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '”' || c == '’' || c == '»' || c == '.'
                    || c == '!' || c == '?' || c == '」' || c == '）') {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private static int afterSpaces(char[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] == ' ') {
            i++;
        }
        return i;
    }

    private static boolean beginsSentence(char[] text, int at, int end) {
        char c = text[at];
        if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
            return true;
        }
        if (Character.isLowerCase(c)) {
            return false;
        }
        if (Character.isLetter(c)) {
            return true;
        }
        if (Character.isDigit(c)) {
            return true;
        }
        if ("\"'([“‘«„•¿¡-–—".indexOf(c) >= 0) {
            return at + 1 >= end || !Character.isLowerCase(text[at + 1]);
        }
        return false;
    }

    private static boolean isAbbreviation(char[] text, int sentence, int dot, int limit) {
        int start = dot;
        while (start > sentence
                && dot - start <= LONGEST_ABBREVIATION
                && (Character.isLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) {
            start--;
        }
        int length = dot - start;
        if (length == 0 || length > LONGEST_ABBREVIATION) {
            return false;
        }
        boolean digits = true;
        for (int i = start; i < dot; i++) {
            digits &= Character.isDigit(text[i]) || text[i] == '.';
        }
        if (digits) {
            // "1. Definitions" at the beginning is a number, "3. Mai" a date; "in 2025. We" ends a sentence
            return start == sentence || (length <= 2 && beginsWithMonth(text, dot + 2, limit));
        }
        if (length == 1 && Character.isUpperCase(text[start])) {
            return true;
        }
        return ABBREVIATIONS.contains(new String(text, start, dot - start).toLowerCase(Locale.ROOT));
    }

    private static boolean beginsWithMonth(char[] text, int at, int limit) {
        int end = at;
        while (end < limit && end - at < 10 && Character.isLetter(text[end])) {
            end++;
        }
        return at < end && GERMAN_MONTHS.contains(new String(text, at, end - at).toLowerCase(Locale.ROOT));
    }
}
