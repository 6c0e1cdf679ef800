package io.conductatlas.documents.anchoring;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.diff.WordDiff;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.words.SentenceIndex;
import io.conductatlas.documents.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds quotes again in one later version. A quote that stands there word for word is found by its words and, where these occur more
 * than once, by what stands around them. Else the sentences most like it are looked at; one is taken if most of its words are the
 * quote's, in order, and if it is not rather some other sentence of the old text. What remains doubtful is gone: a quote at a wrong
 * place is worse than none.
 *
 * <p>One finder serves any number of quotes of the same two versions.
 */
public final class QuoteFinder {
    /** Least shares of words, in order, that a place and a quote have in common; with the same words around it less will do. */
    private static final double LEAST = 0.72;

    private static final double LEAST_IN_CONTEXT = 0.58;
    private static final double LEAST_OF_SHORT = 0.8;
    private static final int SHORT_WORDS = 8;
    private static final int SHORTEST_EDITED_WORDS = 5;
    private static final int FEWEST_COUNTED_WORDS = 4;
    private static final int CONTEXT_WORDS = 8;
    private static final double CONTEXT_AGREES = 0.6;
    private static final double CONTEXT_WEIGHT = 0.03;
    private static final double TOO_CLOSE = 0.02;

    /** Where the old text has the quote twice, two places that are both much like it cannot be told apart. */
    private static final double TOO_CLOSE_IF_REPEATED = 0.15;

    private static final double LEAST_GAIN = 0.02;
    private static final int MOST_OCCURRENCES = 200;
    private static final int LONGEST_QUOTE = 20_000;

    private final @Nullable SentenceIndex old;
    private final AgreementText later;
    private final SentenceIndex index;

    private QuoteFinder(@Nullable AgreementText old, AgreementText later) {
        this.old = old == null ? null : new SentenceIndex(old);
        this.later = later;
        this.index = new SentenceIndex(later);
    }

    /** For quotes whose own version is not at hand. */
    public static QuoteFinder in(AgreementText later) {
        return new QuoteFinder(null, later);
    }

    /** For quotes of {@code old}, whose other sentences tell which place is another's. */
    public static QuoteFinder from(AgreementText old, AgreementText later) {
        return new QuoteFinder(old, later);
    }

    public Anchored find(Anchor anchor) {
        Optional<Integer> verbatim = verbatim(anchor);
        if (verbatim.isPresent()) {
            int start = verbatim.get();
            return new Anchored.Found(
                    new TextPositionSelector(
                            start, start + anchor.quote().exact().length()),
                    1,
                    true);
        }
        return edited(anchor);
    }

    // --- word for word

    private Optional<Integer> verbatim(Anchor anchor) {
        String exact = anchor.quote().exact();
        List<Integer> places = occurrences(later.text(), exact);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> oldPlaces =
                old == null ? List.of() : occurrences(old.agreement().text(), exact);
        int own = oldPlaces.indexOf(anchor.position().start());
        int words = Wording.words(exact);
        if (own >= 0 && oldPlaces.size() == places.size() && words >= FEWEST_COUNTED_WORDS) {
            // as many as there were: the first is still the first
            return Optional.of(places.get(own));
        }
        List<Integer> candidates = own < 0
                ? places
                : places.stream()
                        .filter(place -> isOwn(place, own, oldPlaces, exact))
                        .toList();
        Optional<Integer> best = candidates.stream()
                .max(Comparator.<Integer>comparingDouble(place -> context(anchor, place, place + exact.length()))
                        .thenComparing(
                                place -> -Math.abs(place - anchor.position().start())));
        // a few words may stand anywhere
        return best.filter(place -> words >= SHORT_WORDS || context(anchor, place, place + exact.length()) > 0);
    }

    /** Whether of all the places where the old text has these words the quote's own has the surroundings most like a new place's. */
    private boolean isOwn(int place, int own, List<Integer> oldPlaces, String exact) {
        AgreementText before = old == null ? later : old.agreement();
        double best = -1;
        int bestIndex = own;
        for (int k = 0; k < oldPlaces.size(); k++) {
            int start = oldPlaces.get(k);
            double context = context(Anchor.of(before, start, start + exact.length()), place, place + exact.length());
            if (context > best || context == best && k == own) {
                best = context;
                bestIndex = k;
            }
        }
        return bestIndex == own;
    }

    private static List<Integer> occurrences(String text, String exact) {
        List<Integer> places = new ArrayList<>();
        int at = text.indexOf(exact);
        while (at >= 0 && places.size() < MOST_OCCURRENCES) {
            if (isWhole(text, at, at + exact.length())) {
                places.add(at);
            }
            at = text.indexOf(exact, at + 1);
        }
        return places;
    }

    /** Whether a stretch does not cut a word in two. */
    private static boolean isWhole(String text, int start, int end) {
        boolean before = start == 0
                || !Character.isLetterOrDigit(text.charAt(start - 1))
                || !Character.isLetterOrDigit(text.charAt(start));
        boolean after = end == text.length()
                || !Character.isLetterOrDigit(text.charAt(end - 1))
                || !Character.isLetterOrDigit(text.charAt(end));
        return before && after;
    }

    // --- edited

    /** A place that may be the quote's. */
    private record Candidate(int start, int end, double resemblance, double context) {
        double score() {
            return resemblance + CONTEXT_WEIGHT * context;
        }

        boolean overlaps(Candidate other) {
            return start < other.end && other.start < end;
        }
    }

    private Anchored edited(Anchor anchor) {
        String exact = anchor.quote().exact();
        int[] words = Wording.sortedHashes(exact);
        if (words.length < SHORTEST_EDITED_WORDS || exact.length() > LONGEST_QUOTE) {
            return new Anchored.Gone();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (SentenceIndex.Match match : index.matches(words, 0)) {
            Candidate candidate = around(match.sentence(), anchor, words);
            if (isAlike(candidate, words.length) && !isNeighbour(anchor, candidate) && !isAnothers(anchor, candidate)) {
                candidates.add(candidate);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(candidate ->
                        Math.abs(candidate.start() - anchor.position().start())));
        if (candidates.isEmpty()) {
            return new Anchored.Gone();
        }
        Candidate best = candidates.get(0);
        boolean repeated =
                old != null && occurrences(old.agreement().text(), exact).size() > 1;
        double close = repeated ? TOO_CLOSE_IF_REPEATED : TOO_CLOSE;
        boolean doubtful =
                candidates.stream().anyMatch(other -> !other.overlaps(best) && best.score() - other.score() < close);
        if (doubtful) {
            return new Anchored.Gone();
        }
        boolean verbatim = later.text().substring(best.start(), best.end()).equals(exact);
        return new Anchored.Found(
                new TextPositionSelector(best.start(), best.end()),
                Math.round(best.resemblance() * 1000) / 1000.0,
                verbatim);
    }

    private static boolean isAlike(Candidate candidate, int words) {
        if (words < SHORT_WORDS) {
            return candidate.resemblance() >= LEAST_OF_SHORT;
        }
        return candidate.resemblance() >= LEAST
                || candidate.resemblance() >= LEAST_IN_CONTEXT && candidate.context() >= 1;
    }

    /** The sentence and those beside it, as long as they make it more like the quote; then only the part of it that is. */
    private Candidate around(int sentence, Anchor anchor, int[] words) {
        int first = sentence;
        int last = sentence;
        double resemblance = Wording.resemblance(words, index.words(sentence));
        boolean grew = true;
        while (grew) {
            grew = false;
            if (last + 1 < later.sentences().size()) {
                double longer = resemblance(words, first, last + 1);
                if (longer > resemblance + LEAST_GAIN) {
                    resemblance = longer;
                    last++;
                    grew = true;
                }
            }
            if (first > 0) {
                double longer = resemblance(words, first - 1, last);
                if (longer > resemblance + LEAST_GAIN) {
                    resemblance = longer;
                    first--;
                    grew = true;
                }
            }
        }
        List<Sentence> sentences = later.sentences();
        return trimmed(sentences.get(first).start(), sentences.get(last).end(), anchor);
    }

    private double resemblance(int[] words, int first, int last) {
        int[] window = new int[0];
        for (int i = first; i <= last; i++) {
            int[] more = index.words(i);
            int[] both = Arrays.copyOf(window, window.length + more.length);
            System.arraycopy(more, 0, both, window.length, more.length);
            window = both;
        }
        Arrays.sort(window);
        return Wording.resemblance(words, window);
    }

    /** Leaves out what stands before the first and after the last word that the quote has too, if the quote was a part of a sentence. */
    private Candidate trimmed(int start, int end, Anchor anchor) {
        String exact = anchor.quote().exact();
        String window = later.text().substring(start, end);
        List<WordSpan> spans = WordDiff.between(exact, window);
        int common = 0;
        int leading = 0;
        int trailing = 0;
        int inserted = 0;
        boolean begun = false;
        for (WordSpan span : spans) {
            int words = Wording.words(span.text());
            switch (span.op()) {
                case EQUAL -> {
                    if (words > 0) {
                        common += words;
                        begun = true;
                        trailing = 0;
                    }
                }
                case INSERT -> {
                    inserted += words;
                    if (!begun) {
                        leading += span.text().length();
                    }
                    trailing += span.text().length();
                }
                case DELETE -> {}
            }
        }
        int quoted = Wording.words(exact);
        int total = common + inserted;
        double whole = quoted + total == 0 ? 0 : 2.0 * common / (quoted + total);
        if (!isPart(anchor) || leading + trailing >= window.length()) {
            return candidate(start, end, whole, anchor);
        }
        int from = start + leading;
        int to = end - trailing;
        int words = Wording.words(later.text().substring(from, to));
        return candidate(from, to, 2.0 * common / (quoted + words), anchor);
    }

    /** Whether the quote begins or ends inside a sentence. */
    private static boolean isPart(Anchor anchor) {
        String prefix = anchor.quote().prefix().stripTrailing();
        String before = anchor.quote().prefix();
        boolean begins =
                prefix.isEmpty() || before.endsWith("\n") || ".!?:;".indexOf(prefix.charAt(prefix.length() - 1)) >= 0;
        String exact = anchor.quote().exact().strip();
        boolean ends = anchor.quote().suffix().isBlank()
                || anchor.quote().suffix().startsWith("\n")
                || ".!?:;".indexOf(exact.charAt(exact.length() - 1)) >= 0;
        return !begins || !ends;
    }

    private Candidate candidate(int start, int end, double resemblance, Anchor anchor) {
        return new Candidate(start, end, resemblance, context(anchor, start, end));
    }

    /** How much of what stood around the quote stands around a place: 0, 1 for one side, 2 for both. */
    private double context(Anchor anchor, int start, int end) {
        String text = later.text();
        String prefix = anchor.quote().prefix();
        String suffix = anchor.quote().suffix();
        int reach = 2 * Math.max(prefix.length(), suffix.length());
        int[] before = lastWords(prefix);
        int[] after = firstWords(suffix);
        int sides = 0;
        if (agrees(before, lastWords(text.substring(Math.max(0, start - reach), start)))) {
            sides++;
        }
        if (agrees(after, firstWords(text.substring(end, Math.min(text.length(), end + reach))))) {
            sides++;
        }
        return sides;
    }

    private static boolean agrees(int[] words, int[] there) {
        int[] a = words.clone();
        int[] b = there.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        return a.length >= 2 && Wording.resemblance(a, b) >= CONTEXT_AGREES;
    }

    /** The last words of a text; the first of what it begins with may be cut, so it is left out. */
    private static int[] lastWords(String text) {
        int[] words = Wording.hashes(text);
        int from = Math.max(Math.min(1, words.length), words.length - CONTEXT_WORDS);
        return Arrays.copyOfRange(words, from, words.length);
    }

    private static int[] firstWords(String text) {
        int[] words = Wording.hashes(text);
        return Arrays.copyOf(words, Math.min(Math.max(0, words.length - 1), CONTEXT_WORDS));
    }

    /** Whether a place is what stood right before or after the quote: in lists of like items the next one takes a deleted one's place. */
    private boolean isNeighbour(Anchor anchor, Candidate candidate) {
        String there = squeezed(later.text().substring(candidate.start(), candidate.end()));
        String exact = squeezed(anchor.quote().exact());
        String after = squeezed(anchor.quote().suffix());
        String before = squeezed(anchor.quote().prefix());
        boolean next =
                after.length() > 12 && there.startsWith(cut(after, there)) && !exact.startsWith(cut(after, there));
        boolean last = before.length() > 12
                && there.endsWith(cutFront(before, there))
                && !exact.endsWith(cutFront(before, there));
        return next || last;
    }

    private static String cut(String context, String there) {
        return context.substring(0, Math.min(context.length(), there.length()));
    }

    private static String cutFront(String context, String there) {
        return context.substring(context.length() - Math.min(context.length(), there.length()));
    }

    private static String squeezed(String text) {
        return Wording.lettersAndDigits(text);
    }

    /** Whether the old text has another sentence that the place is, or is more like. */
    private boolean isAnothers(Anchor anchor, Candidate candidate) {
        SentenceIndex before = old;
        if (before == null) {
            return false;
        }
        String there = later.text().substring(candidate.start(), candidate.end());
        int[] words = Wording.sortedHashes(there);
        for (SentenceIndex.Match match : before.matches(words, LEAST_IN_CONTEXT)) {
            Sentence sentence = before.agreement().sentences().get(match.sentence());
            boolean own = sentence.start() < anchor.position().end()
                    && anchor.position().start() < sentence.end();
            if (!own && inOrder(sentence.in(before.agreement().text()), there) > candidate.resemblance()) {
                return true;
            }
        }
        return false;
    }

    private static double inOrder(String before, String after) {
        int common = 0;
        int all = 0;
        for (WordSpan span : WordDiff.between(before, after)) {
            int words = Wording.words(span.text());
            common += span.op() == WordSpan.Op.EQUAL ? 2 * words : 0;
            all += span.op() == WordSpan.Op.EQUAL ? 2 * words : words;
        }
        return all == 0 ? 0 : (double) common / all;
    }
}
