package io.conductatlas.documents.diff;

import io.conductatlas.documents.diff.WordSpan.Op;
import io.conductatlas.documents.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much a change of words matters, from its size and from what kind of words came or went. */
final class Significance {
    /** So many words that came or went leave no doubt. */
    private static final double MANY_WORDS = 600;

    /** So many characters of one run hold weighty words enough to tell. */
    private static final int ENOUGH = 200_000;

    /** Stems of the words in which agreements give, take, forbid and charge; English, German, French, Spanish, Italian. */
    private static final Set<String> WEIGHTY = Set.of(
            "not", "must", "shall", "may", "never", "only", "without", "unless", "prohi", "allow", "permi", "forbi",
            "restr", "requi", "oblig", "right", "termi", "suspe", "disab", "remov", "delet", "share", "sell", "colle",
            "retai", "discl", "trans", "conse", "opt", "adver", "biome", "locat", "train", "fee", "fees", "price",
            "charg", "refun", "payme", "liabi", "indem", "arbit", "waive", "juris", "law", "minor", "child", "age",
            "years", "days", "third", "perso", "data", "illeg", "viola", "enfor", "ban", "limit", "exclu", "appea",
            "elig", "coun", "nicht", "muss", "müsse", "darf", "dürfe", "verbo", "erlau", "recht", "pflic", "künd",
            "lösch", "weite", "daten", "gebüh", "preis", "haftu", "einwi", "pas", "doit", "doive", "peut", "peuve",
            "inter", "autor", "droit", "résil", "suppr", "parta", "donné", "frais", "prix", "respo", "debe", "deben",
            "puede", "prohí", "derec", "elimi", "compa", "datos", "tarif", "preci", "non", "deve", "devon", "può",
            "posso", "vieta", "dirit", "condi", "dati", "prezz");

    private Significance() {}

    static double of(List<Hunk> hunks) {
        double words = 0;
        int weighty = 0;
        for (Hunk hunk : hunks) {
            if (hunk.changeClass() != ChangeClass.SUBSTANTIVE) {
                continue;
            }
            String removed = null;
            for (WordSpan span : hunk.words()) {
                if (span.op() == Op.EQUAL) {
                    removed = null;
                    continue;
                }
                int count = Wording.words(span.text());
                boolean spelling = removed != null && isSpelling(removed, span.text());
                words += spelling ? 0.2 * count : count;
                weighty += spelling ? 0 : weighty(span.text());
                removed = span.op() == Op.DELETE ? span.text() : null;
            }
        }
        double size = Math.min(1, Math.log1p(words) / Math.log1p(MANY_WORDS));
        double weight = Math.min(1, Math.log1p(weighty) / Math.log1p(25));
        return Math.round(Math.min(1, 0.08 + 0.5 * size + 0.42 * weight) * 1000) / 1000.0;
    }

    private static int weighty(String text) {
        int count = 0;
        String enough = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        for (String token : WordDiff.tokens(enough.toLowerCase(Locale.ROOT))) {
            String stem = token.length() > 5 ? token.substring(0, 5) : token;
            if (WEIGHTY.contains(stem) || (Character.isDigit(token.charAt(0)) && token.length() < 4)) {
                count++;
            }
        }
        return count;
    }

    /** Whether one word became another that differs in a letter or two. */
    private static boolean isSpelling(String before, String after) {
        String old = before.strip();
        String fresh = after.strip();
        if (old.length() < 4 || fresh.length() < 4 || old.indexOf(' ') >= 0 || fresh.indexOf(' ') >= 0) {
            return false;
        }
        int start = 0;
        int most = Math.min(old.length(), fresh.length());
        while (start < most && old.charAt(start) == fresh.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && old.charAt(old.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
            end++;
        }
        return Math.max(old.length(), fresh.length()) - start - end <= 2;
    }
}
