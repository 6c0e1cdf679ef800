package io.conductatlas.documents.dates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds where in a text dates stand, whole ("3 May 2025", "2025-05-03", "03/05/2025") or in part ("May 3", "May 2025", a year), in
 * English, German, French, Spanish and Italian. It says where, not which day: {@link DateReader} reads them.
 */
public final class DateFinder {
    private static final Map<String, Integer> MONTHS = months();
    /** Names of months that, written small, are words of other meanings. */
    private static final Set<String> ALSO_WORDS = Set.of("may", "set", "ago", "gen", "mag", "mar", "dic", "jan", "sep");

    private static final Set<String> JOINTS = Set.of(
            "of",
            "de",
            "del",
            "st",
            "nd",
            "rd",
            "th",
            "er",
            "the",
            "º",
            "ª",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
            "domingo",
            "lunedì",
            "martedì",
            "mercoledì",
            "giovedì",
            "venerdì",
            "sabato",
            "domenica");
    private static final Set<String> GAPS = Set.of("dd", "mm", "yyyy", "yy", "tt", "jjjj", "aaaa", "xx", "xxxx", "tbd");

    /** The words in which agreements say when they were changed or from when they apply; anything else is content. */
    private static final Set<String> STATEMENT_WORDS = Set.copyOf(Arrays.asList(
            ("last latest updated update updates modified modification revised revision reviewed review changed change amended effective"
                            + " effect force in into date dates as of on from since is was were this these page document version posted"
                            + " published publication issued the our policy terms agreement notice statement privacy service conditions"
                            + " and starting beginning became becomes apply applies current currently copyright previous prior older versions archived archive"
                            + " stand letzte letzter letztes zuletzt aktualisiert aktualisierung aktualisierungsdatum änderung geändert"
                            + " fassung gültig ab seit wirksam kraft tritt treten gilt gelten vom zum am dem der die das diese datum"
                            + " inkrafttreten veröffentlicht bedingungen datenschutzerklärung richtlinie vorherige frühere"
                            + " dernière dernier mise mis à jour le la les de du des d l date modification modifiée modifié révision"
                            + " révisée vigueur en entrée effet prend prennent compter depuis publiée publié conditions politique précédente"
                            + " última último fecha actualización actualizado actualizada modificación modificado modificada revisión"
                            + " vigente vigencia vigor entrada efectiva efectivo a partir desde el publicado publicada términos política anterior"
                            + " ultimo ultima aggiornamento aggiornato aggiornata data di modifica modificato revisione vigore validità"
                            + " efficacia decorrenza partire dal dalla del della il pubblicato pubblicata termini informativa entrata precedente")
                    .split(" ", -1)));

    private static final int LONGEST_STATEMENT = 160;

    private DateFinder() {}

    /**
     * Where a date stands.
     *
     * @param start in UTF-16 units
     * @param end just after it
     * @param onlyYear whether it is no more than a year, which might be an amount as well
     */
    public record Place(int start, int end, boolean onlyYear) {
        /** Whether a stretch lies inside, but for its ends of spaces and marks. */
        public boolean holds(int from, int to) {
            return from >= start && to <= end;
        }
    }

    /** Places in the order of the text; they do not overlap. */
    public static List<Place> find(String text) {
        List<Place> places = new ArrayList<>();
        Run run = new Run(text, places);
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            boolean digits = Character.isDigit(text.charAt(i));
            while (end < text.length()
                    && Character.isLetterOrDigit(text.charAt(end))
                    && Character.isDigit(text.charAt(end)) == digits) {
                end++;
            }
            run.token(i, end, digits);
            i = end;
        }
        run.end();
        return places;
    }

    /**
     * Whether a sentence says nothing but a date, with the usual words about it: "Last updated: 3 May 2025", "© 2025". What says more,
     * "Fees rise on 3 May 2025", is not one.
     */
    public static boolean isStatement(String text) {
        if (text.length() > LONGEST_STATEMENT) {
            return false;
        }
        List<Place> places = find(text);
        if (places.isEmpty()) {
            return false;
        }
        // a version's number belongs to the statement
        boolean numbered = text.toLowerCase(Locale.ROOT).contains("version");
        int next = 0;
        int i = 0;
        while (i < text.length()) {
            if (next < places.size() && i >= places.get(next).start()) {
                i = Math.max(i, places.get(next++).end());
                continue;
            }
            if (Character.isLetterOrDigit(text.charAt(i))) {
                int end = i;
                while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                String word = text.substring(i, end).toLowerCase(Locale.ROOT);
                boolean number = Character.isDigit(word.charAt(0));
                if (!STATEMENT_WORDS.contains(word) && !JOINTS.contains(word) && !(number && numbered)) {
                    return false;
                }
                i = end;
            } else {
                i++;
            }
        }
        return true;
    }

    /** The month of that name or abbreviation, 1 to 12, or 0 where there is none. */
    static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    /** Tokens that follow one another and may be parts of one date. */
    private static final class Run {
        private final String text;
        private final List<Place> places;
        private int start = -1;
        private int end;
        /** Just after the last token, which may be a joint that no date ends with. */
        private int reach;

        private int numbers;
        private int years;
        private int months;
        private int gaps;
        private int amounts;
        /** Numbers with nothing but a mark between them, as 2025-05-03. */
        private boolean numeric;

        Run(String text, List<Place> places) {
            this.text = text;
            this.places = places;
        }

        void token(int from, int to, boolean digits) {
            String word = text.substring(from, to);
            String lower = word.toLowerCase(Locale.ROOT);
            boolean year = digits && isYear(word);
            boolean day = digits && word.length() <= 2 && Integer.parseInt(word) >= 1 && Integer.parseInt(word) <= 31;
            boolean month = !digits && MONTHS.containsKey(lower) && !ALSO_WORDS.contains(word);
            boolean gap = !digits && GAPS.contains(lower);
            boolean joint = !digits && JOINTS.contains(lower);
            if (start >= 0 && !(year || day || month || gap || joint) || start >= 0 && !isJoined(reach, from)) {
                end();
            }
            if (!(year || day || month || gap) && !(joint && start >= 0)) {
                return;
            }
            if (start < 0) {
                start = from;
                numeric = digits;
            } else if (numeric) {
                numeric = from - reach == 1 && "-./".indexOf(text.charAt(reach)) >= 0;
            }
            numbers += day || year ? 1 : 0;
            years += year ? 1 : 0;
            months += month ? 1 : 0;
            gaps += gap ? 1 : 0;
            amounts += digits && isAmount(from, to) ? 1 : 0;
            reach = to;
            if (!joint || isOrdinal(lower)) {
                end = to;
            }
        }

        void end() {
            if (start >= 0 && amounts == 0) {
                boolean whole = months > 0 && numbers + gaps > 0 || numeric && numbers == 3 && years == 1;
                boolean onlyYear = !whole && months == 0 && years > 0 && numbers == years && !countsSomething();
                if (whole || onlyYear) {
                    places.add(new Place(start, end, onlyYear));
                }
            }
            start = -1;
            end = 0;
            reach = 0;
            numbers = 0;
            years = 0;
            months = 0;
            gaps = 0;
            amounts = 0;
        }

        /** "2000 messages": a word written small follows what might be a year. */
        private boolean countsSomething() {
            return end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLowerCase(text.charAt(end + 1));
        }

        private static boolean isOrdinal(String word) {
            return word.length() <= 2 && !word.equals("of") && !word.equals("de");
        }

        private boolean isJoined(int from, int to) {
            if (to - from > 3) {
                return false;
            }
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c != ' ' && c != ',' && c != '.' && c != '-' && c != '/' && c != '\u00a0' && c != '–') {
                    return false;
                }
            }
            return true;
        }

        /** "$2000", "2000 €", "20 %": not a part of a date. */
        private boolean isAmount(int from, int to) {
            char before = from > 0 ? text.charAt(from - 1) : ' ';
            int next = to < text.length() && text.charAt(to) == ' ' ? to + 1 : to;
            char after = next < text.length() ? text.charAt(next) : ' ';
            return isCurrency(before) || isCurrency(after) || after == '%';
        }

        private static boolean isCurrency(char c) {
            return Character.getType(c) == Character.CURRENCY_SYMBOL;
        }

        private static boolean isYear(String digits) {
            return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        }
    }

    private static Map<String, Integer> months() {
        List<String> names = List.of(
                "january jan januar jänner janvier janv enero gennaio gen ene",
                "february feb februar februari février févr fév febrero febbraio",
                "march mar märz mrz mars marzo",
                "april apr avril avr abril aprile abr",
                "may mai mayo maggio mag",
                "june jun juni juin junio giugno giu",
                "july jul juli juillet juil julio luglio lug",
                "august aug août aout agosto ago",
                "september sep sept septembre septiembre settembre setiembre set",
                "october oct oktober okt octobre octubre ottobre ott",
                "november nov novembre noviembre",
                "december dec dezember dez décembre déc diciembre dicembre dic");
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i).split(" ", -1)) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
