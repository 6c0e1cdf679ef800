package io.conductatlas.documents.diff;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.dates.DateReader;
import io.conductatlas.documents.dates.StatedDates;
import io.conductatlas.documents.diff.WordSpan.Op;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says of what class a difference is, and how much it matters. */
final class ChangeJudge {
    private static final double DATE_OF_MEANING = 0.4;
    private final DateReader dates = new DateReader();

    private static final Set<String> DATE_WORDS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "januar",
            "februar",
            "märz",
            "mai",
            "juni",
            "juli",
            "oktober",
            "dezember",
            "janvier",
            "février",
            "mars",
            "avril",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
            "gennaio",
            "febbraio",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "settembre",
            "ottobre",
            "dicembre",
            "st",
            "nd",
            "rd",
            "th",
            "de",
            "of",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");
    private static final Pattern DATE_STATEMENT = Pattern.compile(
            "(?iu)^\\W*(last (updated?|modified|revised|review(ed)?)|updated?|effective( date| as of)?|revised|date|version|"
                    + "posted|published|modified|in effect|stand|letzte (aktualisierung|änderung)|gültig (ab|seit)|zuletzt|"
                    + "dernière mise à jour|mise à jour|en vigueur|date d'entrée|última (actualización|modificación)|"
                    + "actualizado|vigente|fecha de|ultimo aggiornamento|aggiornato|in vigore|data di|©|copyright)\\b.*");
    private static final Set<String> NUMBERED = Set.of(
            "section",
            "sections",
            "article",
            "articles",
            "clause",
            "clauses",
            "paragraph",
            "paragraphs",
            "appendix",
            "annex",
            "schedule",
            "exhibit",
            "version",
            "v",
            "no",
            "part",
            "chapter",
            "abschnitt",
            "artikel",
            "ziffer",
            "absatz",
            "sección",
            "sezione",
            "articolo",
            "punkt");

    ChangeClass classOf(HunkKind kind, String before, String after, List<WordSpan> words, List<Sentence> sentences) {
        if (kind == HunkKind.MOVED) {
            return ChangeClass.ORDER;
        }
        if (kind == HunkKind.EDITED) {
            return classOfEdit(before, after, words);
        }
        String text = kind == HunkKind.INSERTED ? after : before;
        if (Wording.words(text) == 0) {
            return ChangeClass.MARKUP_OR_PUNCTUATION;
        }
        if (sentences.stream().allMatch(sentence -> sentence.kind() == SentenceKind.LINK_LIST)) {
            return ChangeClass.BOILERPLATE;
        }
        if (text.length() < 120 && isDateStatement(text)) {
            return ChangeClass.DATE_OR_NUMBER;
        }
        return ChangeClass.SUBSTANTIVE;
    }

    private static boolean isDateStatement(String text) {
        if (DATE_STATEMENT.matcher(text).matches() && text.chars().anyMatch(Character::isDigit)) {
            return true;
        }
        for (String token : WordDiff.tokens(text)) {
            if (Character.isLetterOrDigit(token.charAt(0)) && !isDateOrNumber(token)) {
                return false;
            }
        }
        return true;
    }

    private static ChangeClass classOfEdit(String before, String after, List<WordSpan> words) {
        String plainBefore = Wording.withoutSpace(before);
        String plainAfter = Wording.withoutSpace(after);
        if (plainBefore.equals(plainAfter)) {
            return ChangeClass.WHITE_SPACE;
        }
        if (plainBefore.equalsIgnoreCase(plainAfter)) {
            return ChangeClass.CASE;
        }
        if (Wording.lettersAndDigits(before).equalsIgnoreCase(Wording.lettersAndDigits(after))) {
            return ChangeClass.MARKUP_OR_PUNCTUATION;
        }
        return onlyDates(words) ? ChangeClass.DATE_OR_NUMBER : ChangeClass.SUBSTANTIVE;
    }

    /** Whether all that differs are dates, or numbers that only name a place: an amount or a period is a matter of meaning. */
    private static boolean onlyDates(List<WordSpan> words) {
        String context = "";
        for (WordSpan span : words) {
            if (span.op() == Op.EQUAL) {
                context = span.text();
                continue;
            }
            for (String token : WordDiff.tokens(span.text())) {
                boolean letterOfAPlace = token.length() == 1 && namesAPlace(context);
                if (Character.isLetterOrDigit(token.charAt(0)) && !isDateOrNumber(token) && !letterOfAPlace) {
                    return false;
                }
            }
            if (!isDate(span.text(), words) && !namesAPlace(context)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(String changed, List<WordSpan> words) {
        StringBuilder all = new StringBuilder();
        for (WordSpan span : words) {
            all.append(span.text()).append(' ');
        }
        String lower = all.toString().toLowerCase(Locale.ROOT);
        if (DATE_STATEMENT.matcher(lower).matches()) {
            return true;
        }
        for (String token : WordDiff.tokens(lower)) {
            if (isMonth(token) || isYear(token)) {
                return !changed.isBlank();
            }
        }
        return false;
    }

    private static boolean isMonth(String token) {
        return token.length() > 3 && DATE_WORDS.contains(token) && !token.endsWith("day");
    }

    private static boolean isYear(String token) {
        return token.length() == 4 && (token.startsWith("19") || token.startsWith("20")) && isNumber(token);
    }

    private static boolean isDateOrNumber(String token) {
        return isNumber(token) || DATE_WORDS.contains(token.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }

    private static boolean namesAPlace(String context) {
        List<String> tokens = WordDiff.tokens(context.toLowerCase(Locale.ROOT).strip());
        for (int i = tokens.size() - 1; i >= 0 && i >= tokens.size() - 6; i--) {
            String token = tokens.get(i);
            if (NUMBERED.contains(token) || token.equals("§")) {
                return true;
            }
            if (Character.isLetter(token.charAt(0))) {
                return false;
            }
        }
        return tokens.isEmpty();
    }

    Diff judge(AgreementText before, AgreementText after, List<Hunk> hunks, DiffCounts counts) {
        ChangeClass heaviest = hunks.isEmpty() ? classOfMarkup(before, after) : ChangeClass.WHITE_SPACE;
        for (Hunk hunk : hunks) {
            if (hunk.changeClass().compareTo(heaviest) < 0) {
                heaviest = hunk.changeClass();
            }
        }
        if (heaviest == ChangeClass.SUBSTANTIVE) {
            return new Diff(hunks, counts, heaviest, Significance.of(hunks), true);
        }
        if (heaviest == ChangeClass.DATE_OR_NUMBER && tellsAnotherTime(before, after)) {
            return new Diff(hunks, counts, heaviest, DATE_OF_MEANING, true);
        }
        return new Diff(hunks, counts, heaviest, hunks.isEmpty() ? 0 : 0.02, false);
    }

    /**
     * Whether the words are the same and yet something applies from another day, or the text claims to be older than it did: a
     * day of last change that only moved on is no news.
     */
    private boolean tellsAnotherTime(AgreementText before, AgreementText after) {
        StatedDates old = dates.read(before);
        StatedDates fresh = dates.read(after);
        boolean applies = old.effective().isPresent()
                && fresh.effective().isPresent()
                && !old.effective().equals(fresh.effective())
                && !movedAlong(old, fresh);
        boolean older = old.lastUpdated().isPresent()
                && fresh.lastUpdated().isPresent()
                && fresh.lastUpdated().get().isBefore(old.lastUpdated().get());
        return applies || older;
    }

    /** An effective day that is also the day of last change, on both sides, is only another name for it. */
    private static boolean movedAlong(StatedDates old, StatedDates fresh) {
        return old.lastUpdated().isPresent()
                && old.effective().equals(old.lastUpdated())
                && fresh.effective().equals(fresh.lastUpdated());
    }

    /** Equal sentences: what differs lies in the Markdown alone. */
    private static ChangeClass classOfMarkup(AgreementText before, AgreementText after) {
        if (Wording.withoutSpace(before.markdown()).equals(Wording.withoutSpace(after.markdown()))) {
            return ChangeClass.WHITE_SPACE;
        }
        boolean links = before.markdown().contains("](") || after.markdown().contains("](");
        return links ? ChangeClass.LINK_OR_IMAGE : ChangeClass.MARKUP_OR_PUNCTUATION;
    }
}
