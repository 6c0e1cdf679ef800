package io.conductatlas.documents.dates;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.dates.StatedDate.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates that an agreement states about itself, in English, German, French, Spanish and Italian. */
public final class DateReader {
    /** A statement about the agreement is short, or the date follows its key words closely. */
    private static final int FARTHEST_KEYWORD = 60;

    private static final Pattern DATE = Pattern.compile("(?iu)"
            + "(?<iso>(?<y1>(?:19|20)\\d\\d)-(?<m1>\\d{1,2})-(?<d1>\\d{1,2}))"
            + "|(?<mdy>(?<m2>\\p{L}{3,10})\\.?\\s+(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y2>(?:19|20)\\d\\d))"
            + "|(?<dmy>(?<d3>\\d{1,2})(?:st|nd|rd|th|er|º|°)?\\.?\\s+(?:de\\s+|of\\s+)?(?<m3>\\p{L}{3,10})\\.?,?\\s+(?:de[l]?\\s+)?(?<y3>(?:19|20)\\d\\d))"
            + "|(?<dots>(?<d4>\\d{1,2})\\.\\s?(?<m4>\\d{1,2})\\.\\s?(?<y4>(?:19|20)\\d\\d))"
            + "|(?<slashes>(?<a5>\\d{1,2})/(?<b5>\\d{1,2})/(?<y5>(?:19|20)\\d\\d))");
    private static final Pattern EFFECTIVE = Pattern.compile(
            "(?iu)effective|in effect|takes? effect|with effect from|into (force|effect)|in force|commenc(es|ing)"
                    + "|appl(y|ies) (from|as of|starting|beginning)|applicable (from|as of)|start(s|ing) on|begin(s|ning) on|valid (from|as of)"
                    + "|gültig|in kraft|inkrafttreten|wirksam|gilt (ab|seit)|gelten (ab|seit)"
                    + "|en vigueur|à (compter|partir) du|prend(ra|ront)? effet|prennent effet|applicables? (au|à|depuis|dès)"
                    + "|vigente|en vigor|vigencia|efectiv|a partir del|con efecto"
                    + "|in vigore|efficaci|validit|valid[oaie] dal|decorrenza|a partire dal|con effetto");
    /** German puts the verb behind: "tritt am 3. Mai 2025 in Kraft". */
    private static final Pattern VERB_AFTER = Pattern.compile("(?iu)\\s*(?:in kraft|wirksam)\\b");

    private static final Pattern UPDATED =
            Pattern.compile("(?iu)updated?|modified|revised|revision|amended|last changed|last review"
                    + "|aktualisier|geändert|änderung|überarbeit|stand\\b|fassung|mise à jour|mis à jour|modifié|modification|révis"
                    + "|actualiza|modificaci|modificad|revisi|aggiorna|modifica|revision");
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?iu)posted|published|announced|publication date|date of publication"
                    + "|veröffentlicht|bekannt ?gegeben|publiée?s?|annoncée?s?|publicad|anunciad|pubblicat|annunciat");

    /** A number of days, in digits, in words or both, after something that is done to make a change known. */
    private static final Pattern DAYS_AFTER = Pattern.compile(
            "(?iu)\\b(?:(\\d{1,3})|(\\p{L}{3,12}(?:-\\p{L}{3,5}-\\p{L}{3})?))"
                    + "(?:\\s*\\(\\s*[\\p{L}\\d]{1,12}\\s*\\))?\\s+(?:calendar\\s+|business\\s+|working\\s+)?"
                    + "(?:days|(?:kalender|werk|arbeits)?tagen?|(?:kalender|werk|arbeits)?tage|jours|días|giorni)"
                    + "(?:\\s+(?:calendaires|ouvrables|ouvrés|naturales|hábiles|lavorativi))?\\s+"
                    + "(?:after|following|from|of|nach|ab|après|suivant|à compter de|à partir de|después de|tras|desde|a partir de|dopo|dalla|dal|successivi)\\b\\s*"
                    + "(?:[\\p{L}'’]+\\s+){0,6}?(?:[ld]['’])?"
                    + "(?:post|publi|notic|notif|announc|veröffentl|bekannt|mitteil|benachricht|annonc|mise en ligne|avis|anunci|comunic|pubbl|avvis)");

    /** What the sentence must say as well: a period to object or to pay also counts from a notice. */
    private static final Pattern TAKES_EFFECT = Pattern.compile(
            "(?iu)effect|\\bappl(y|ies|icable)|in force|into force|binding|wirksam|in kraft|\\bgelten\\b|\\bgilt\\b"
                    + "|vigueur|effet|appliqu|vigor|efectiv|efecto|aplica|vigore|efficac|effetto|applic");

    private static final Map<String, Integer> NUMBERS = numbers();

    public StatedDates read(AgreementText agreement) {
        List<StatedDate> dates = new ArrayList<>();
        String text = agreement.text();
        Integer daysAfterPosting = null;
        int previousEnd = -1;
        String previous = "";
        for (Sentence sentence : agreement.sentences()) {
            String words = sentence.in(text);
            if (mentionsYear(words)) {
                // a label may stand on a line of its own, above the date
                String label = previous.length() <= 40 && sentence.start() - previousEnd <= 2 ? previous : "";
                readSentence(words, label, sentence.start(), dates);
            }
            if (daysAfterPosting == null && words.length() < 2_000) {
                daysAfterPosting = daysAfter(words);
            }
            previous = words;
            previousEnd = sentence.end();
        }
        return new StatedDates(dates, daysAfterPosting);
    }

    private static void readSentence(String words, String label, int offset, List<StatedDate> dates) {
        if (words.length() > 20_000) {
            return;
        }
        Matcher matcher = DATE.matcher(words);
        int from = 0;
        Kind last = null;
        while (matcher.find()) {
            LocalDate date = date(matcher);
            if (date == null) {
                continue;
            }
            String before = words.substring(Math.max(from, matcher.start() - FARTHEST_KEYWORD), matcher.start());
            String after = words.substring(matcher.end(), Math.min(words.length(), matcher.end() + 25));
            Kind kind = VERB_AFTER.matcher(after).lookingAt()
                    ? Kind.EFFECTIVE
                    : kind(from == 0 && before.isBlank() ? label : before);
            if (kind == null) {
                Kind following = kind(after);
                // "from 1 May 2025 these terms are in force"; a kind that follows a comma belongs to the next date
                kind = following != null && !after.contains(",") ? following : from > 0 ? last : null;
            }
            if (kind != null) {
                dates.add(new StatedDate(kind, date, offset + matcher.start(), offset + matcher.end()));
                last = kind;
            }
            from = matcher.end();
        }
    }

    /** The kind whose key word stands nearest to the date. */
    private static @Nullable Kind kind(String words) {
        int effective = lastEnd(EFFECTIVE, words);
        int updated = lastEnd(UPDATED, words);
        int announced = lastEnd(ANNOUNCED, words);
        int nearest = Math.max(effective, Math.max(updated, announced));
        if (nearest < 0) {
            return null;
        }
        if (nearest == effective) {
            return Kind.EFFECTIVE;
        }
        return nearest == updated ? Kind.LAST_UPDATED : Kind.ANNOUNCED;
    }

    private static int lastEnd(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        int end = -1;
        while (matcher.find()) {
            end = matcher.end();
        }
        return end;
    }

    private static @Nullable LocalDate date(Matcher matcher) {
        try {
            if (matcher.group("iso") != null) {
                return LocalDate.of(number(matcher, "y1"), number(matcher, "m1"), number(matcher, "d1"));
            }
            if (matcher.group("mdy") != null) {
                Integer month = month(matcher.group("m2"));
                return month == null ? null : LocalDate.of(number(matcher, "y2"), month, number(matcher, "d2"));
            }
            if (matcher.group("dmy") != null) {
                Integer month = month(matcher.group("m3"));
                return month == null ? null : LocalDate.of(number(matcher, "y3"), month, number(matcher, "d3"));
            }
            if (matcher.group("dots") != null) {
                return LocalDate.of(number(matcher, "y4"), number(matcher, "m4"), number(matcher, "d4"));
            }
            int first = number(matcher, "a5");
            int second = number(matcher, "b5");
            // where both orders are possible nothing is claimed
            if (first == second || second > 12) {
                return LocalDate.of(number(matcher, "y5"), first, second);
            }
            return first > 12 ? LocalDate.of(number(matcher, "y5"), second, first) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable Integer month(String name) {
        int month = DateFinder.month(name);
        if (month == 0 && name.length() == 4) {
            month = DateFinder.month(name.substring(0, 3));
        }
        return month == 0 ? null : month;
    }

    private static @Nullable Integer daysAfter(String words) {
        if (!mentionsDays(words)) {
            return null;
        }
        if (!TAKES_EFFECT.matcher(words).find()) {
            return null;
        }
        Matcher matcher = DAYS_AFTER.matcher(words);
        while (matcher.find()) {
            String digits = matcher.group(1);
            Integer days = digits != null
                    ? Integer.valueOf(digits)
                    : NUMBERS.get(matcher.group(2).toLowerCase(Locale.ROOT));
            if (days != null) {
                return days;
            }
        }
        return null;
    }

    private static boolean mentionsDays(String words) {
        return words.contains("days ")
                || words.contains("Tage")
                || words.contains("tage")
                || words.contains("jours ")
                || words.contains("días ")
                || words.contains("giorni ");
    }

    private static boolean mentionsYear(String words) {
        for (int i = 0; i + 3 < words.length(); i++) {
            char c = words.charAt(i);
            if ((c == '1' || c == '2')
                    && (words.charAt(i + 1) == '0' || words.charAt(i + 1) == '9')
                    && Character.isDigit(words.charAt(i + 2))
                    && Character.isDigit(words.charAt(i + 3))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Integer> numbers() {
        List<String> names = List.of(
                "7 seven sieben sept siete sette",
                "10 ten zehn dix diez dieci",
                "14 fourteen vierzehn quatorze catorce quattordici",
                "15 fifteen fünfzehn quinze quince quindici",
                "30 thirty dreißig trente treinta trenta",
                "60 sixty sechzig soixante sesenta sessanta",
                "90 ninety neunzig quatre-vingt-dix noventa novanta");
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : names) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                numbers.put(words[i], Integer.valueOf(words[0]));
            }
        }
        return Map.copyOf(numbers);
    }
}
