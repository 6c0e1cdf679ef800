package io.conductatlas.documents.diff;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.dates.DateFinder;
import io.conductatlas.documents.dates.DateReader;
import io.conductatlas.documents.dates.StatedDates;
import io.conductatlas.documents.words.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of what class a difference is, and how much it matters. */
final class ChangeJudge {
    private static final double DATE_OF_MEANING = 0.4;
    /** Characters of both sides from which on nobody asks whether only a date or a letter differs. */
    private static final int LONGEST_SLIP = 200_000;

    private final DateReader dates = new DateReader();

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

    ChangeClass classOf(HunkKind kind, String before, String after, List<WordSpan> words) {
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
        if (DateFinder.isStatement(text)) {
            return ChangeClass.DATE_OR_NUMBER;
        }
        return ChangeClass.SUBSTANTIVE;
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
        if (Wording.lettersAndDigits(before).equalsIgnoreCase(Wording.lettersAndDigits(after))
                && Wording.amounts(before).equals(Wording.amounts(after))) {
            return ChangeClass.MARKUP_OR_PUNCTUATION;
        }
        if (before.length() + after.length() > LONGEST_SLIP) {
            return ChangeClass.SUBSTANTIVE;
        }
        if (DateFinder.isStatement(before) && DateFinder.isStatement(after) || onlyDates(before, after, words)) {
            return ChangeClass.DATE_OR_NUMBER;
        }
        return Spelling.isAllThatDiffers(words) ? ChangeClass.MARKUP_OR_PUNCTUATION : ChangeClass.SUBSTANTIVE;
    }

    /** Whether all that differs are dates, or numbers that only name a place: an amount or a period is a matter of meaning. */
    private static boolean onlyDates(String before, String after, List<WordSpan> words) {
        List<DateFinder.Place> oldDates = DateFinder.find(before);
        List<DateFinder.Place> newDates = DateFinder.find(after);
        String context = "";
        int inBefore = 0;
        int inAfter = 0;
        int oldYears = 0;
        int newYears = 0;
        boolean dated = false;
        for (WordSpan span : words) {
            int length = span.text().length();
            dated |= span.op() != WordSpan.Op.EQUAL && Wording.words(span.text()) > 0;
            switch (span.op()) {
                case EQUAL -> {
                    context = span.text();
                    inBefore += length;
                    inAfter += length;
                }
                case DELETE -> {
                    int years = yearsIfDates(span.text(), inBefore, oldDates, context);
                    if (years < 0) {
                        return false;
                    }
                    oldYears += years;
                    inBefore += length;
                }
                case INSERT -> {
                    int years = yearsIfDates(span.text(), inAfter, newDates, context);
                    if (years < 0) {
                        return false;
                    }
                    newYears += years;
                    inAfter += length;
                }
            }
        }
        return oldYears == newYears && dated;
    }

    /**
     * How many years that stand alone a changed run holds: one may only stand for another, since by itself it might be an amount or a
     * part of a name. -1 where a word of the run is neither in a date nor the number of a place.
     */
    private static int yearsIfDates(String run, int offset, List<DateFinder.Place> dates, String context) {
        int years = 0;
        int at = offset;
        for (String token : WordDiff.tokens(run)) {
            int start = at;
            at += token.length();
            if (!Character.isLetterOrDigit(token.charAt(0))) {
                continue;
            }
            DateFinder.Place place = placeOf(dates, start, at);
            if (place != null) {
                years += place.onlyYear() ? 1 : 0;
                continue;
            }
            boolean numberOfAPlace =
                    (Character.isDigit(token.charAt(0)) || token.length() == 1) && namesAPlace(context);
            if (!numberOfAPlace) {
                return -1;
            }
        }
        return years;
    }

    private static DateFinder.@Nullable Place placeOf(List<DateFinder.Place> dates, int from, int to) {
        for (DateFinder.Place place : dates) {
            if (place.holds(from, to)) {
                return place;
            }
        }
        return null;
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
        ChangeClass heaviest = ChangeClass.WHITE_SPACE;
        for (Hunk hunk : hunks) {
            if (hunk.changeClass().compareTo(heaviest) < 0) {
                heaviest = hunk.changeClass();
            }
        }
        if (heaviest == ChangeClass.SUBSTANTIVE) {
            return new Diff(hunks, counts, heaviest, Significance.of(hunks), true);
        }
        if (heaviest.compareTo(ChangeClass.LINK_OR_IMAGE) > 0) {
            heaviest = withForm(heaviest, before, after, hunks.isEmpty());
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

    /** What the sentences do not show may still differ in the Markdown: where a link points, what is bold. */
    private static ChangeClass withForm(
            ChangeClass ofHunks, AgreementText before, AgreementText after, boolean formOnly) {
        Set<ChangeClass> form = FormalDifferences.between(before, after);
        if (form.contains(ChangeClass.LINK_OR_IMAGE)) {
            return ChangeClass.LINK_OR_IMAGE;
        }
        return formOnly && form.contains(ChangeClass.MARKUP_OR_PUNCTUATION)
                ? ChangeClass.MARKUP_OR_PUNCTUATION
                : ofHunks;
    }
}
