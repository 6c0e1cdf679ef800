package io.conductatlas.clauses.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of a catalogue, compiled together. A sentence is read once into {@link Words}; which phrases occur is
 * then a matter of looking up each word's class, checking that the other words a phrase cannot do without are there,
 * and only then following the phrase.
 *
 * <p>Immutable and safe to share.
 */
public final class PhraseBook {
    /** A phrase is looked up by the step of which a sentence least often has a word. */
    private static final WordFrequencies FREQUENCIES = WordFrequencies.bundled();

    private static final Set<String> NEGATORS =
            Set.of("not", "never", "no", "nor", "neither", "without", "cannot", "none");

    /** "Not only", "no later than", "no-charge": what follows is done all the same. */
    private static final Set<String> NOTHING_NEGATED_BEFORE =
            Set.of("only", "limited", "less", "just", "later", "more", "matter", "charge", "cost");

    /** After them what is negated is only supposed: "if we do not agree, an arbitrator decides". */
    private static final Set<String> SUPPOSING = Set.of("if", "unless", "until", "where", "when", "whenever", "once");

    /** They open a description: in "a dispute that is not settled will be arbitrated" nothing is denied after "settled". */
    private static final Set<String> DESCRIBING = Set.of("that", "which", "who");

    /** With them the main sentence goes on after a description, unless one of {@link #SUBJECTS} stands before them. */
    private static final Set<String> GOING_ON = Set.of("will", "shall", "may", "must", "can");

    private static final Set<String> SUBJECTS =
            Set.of("that", "which", "who", "what", "and", "or", "it", "they", "you", "we", "not");

    /** "No charge" denies the charge all the same, where a phrase begins or ends with it. */
    private static final Set<String> PRICES = Set.of("charge", "cost");

    /** How many words may stand between what opens a clause and its negator. */
    private static final int OPENING = 4;

    /** A set of bits has a place for each word of a sentence and for its end. */
    private static final int LONGEST_BY_BITS = 63;

    private static final int LONGEST_BY_TWO_SETS = 127;

    private static final class Seq {
        final int phrase;
        final long[][] words;
        final int[] gap;
        final boolean[] optional;
        final boolean anchored;
        final int trigger;
        /** For each step: the parts of its set that are not empty. */
        final int[][] blockOf;

        final long[][] bitsOf;
        /** The steps that may not be missing, but the trigger; those first that most often are. */
        final int[] needed;
        /** Whether it names a word that denies, so that such a word within a match turns nothing round. */
        final boolean namesNegator;

        Seq(
                int phrase,
                long[][] words,
                int[] gap,
                boolean[] optional,
                boolean anchored,
                int trigger,
                int[] needed,
                boolean namesNegator) {
            this.blockOf = new int[words.length][];
            this.bitsOf = new long[words.length][];
            for (int step = 0; step < words.length; step++) {
                long[] set = words[step];
                int[] filled = IntStream.range(0, set.length)
                        .filter(block -> set[block] != 0)
                        .toArray();
                blockOf[step] = filled;
                bitsOf[step] =
                        Arrays.stream(filled).mapToLong(block -> set[block]).toArray();
            }
            this.needed = needed;
            this.phrase = phrase;
            this.words = words;
            this.gap = gap;
            this.optional = optional;
            this.anchored = anchored;
            this.trigger = trigger;
            this.namesNegator = namesNegator;
        }
    }

    /** Collects phrases; the same text is compiled once. */
    public static final class Builder {
        private final Map<String, String> vocabulary;
        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private final List<List<PhraseSyntax.Sequence>> sequences = new ArrayList<>();

        private Builder(Map<String, String> vocabulary) {
            this.vocabulary = Map.copyOf(vocabulary);
        }

        /** Adds a phrase and returns its number in the book; a phrase with a fault is an IllegalArgumentException. */
        public int add(String phrase) {
            Integer known = ids.get(phrase);
            if (known != null) {
                return known;
            }
            sequences.add(PhraseSyntax.parse(phrase, vocabulary));
            ids.put(phrase, sequences.size() - 1);
            return sequences.size() - 1;
        }

        public PhraseBook build() {
            return new PhraseBook(sequences, List.copyOf(ids.keySet()));
        }
    }

    /** A place where a phrase occurs: its first word and the one after its last. */
    public record Match(int from, int to) {}

    private final List<String> texts;
    private final List<List<PhraseSyntax.Sequence>> parsed;
    private final WordTrie trie;
    private final Seq[][] byPhrase;
    private final Seq[][] byClass;
    /**
     * By class, for each of its sequences: where what is said of it ends, and then of each step it cannot do without, beside the class
     * itself, how many parts its set has and which, as a block and two halves of its bits. They lie in a row, for most sequences are
     * given up on here.
     */
    private final int[][] needsByClass;

    private final int blocks;
    private final boolean[] negator;
    private final boolean[] undoesNegator;
    private final boolean[] supposing;
    private final boolean[] describing;
    private final boolean[] goingOn;
    private final boolean[] subject;
    private final boolean[] price;
    private final ThreadLocal<Slate> slates;

    private PhraseBook(List<List<PhraseSyntax.Sequence>> sequences, List<String> texts) {
        this.texts = texts;
        this.parsed = sequences;
        TreeSet<String> words = new TreeSet<>(NEGATORS);
        words.addAll(List.of("but", "whether", "do", "can", "will", "shall", "have", "are", "would", "be", "or", "we"));
        List.of(NOTHING_NEGATED_BEFORE, SUPPOSING, DESCRIBING, GOING_ON, SUBJECTS, PRICES)
                .forEach(words::addAll);
        sequences.forEach(all -> all.forEach(s -> s.steps().forEach(step -> words.addAll(step.words()))));
        this.trie = new WordTrie(words);
        this.blocks = (trie.classes() + 63) / 64;
        this.byPhrase = new Seq[sequences.size()][];
        Map<TreeSet<String>, long[]> sets = new HashMap<>();
        List<List<Seq>> triggers = new ArrayList<>();
        for (int i = 0; i < trie.classes(); i++) {
            triggers.add(new ArrayList<>());
        }
        for (int phrase = 0; phrase < byPhrase.length; phrase++) {
            List<PhraseSyntax.Sequence> all = sequences.get(phrase);
            byPhrase[phrase] = new Seq[all.size()];
            for (int i = 0; i < all.size(); i++) {
                Seq seq = compile(phrase, all.get(i), sets);
                byPhrase[phrase][i] = seq;
                for (int c = 1; c < trie.classes(); c++) {
                    if (has(seq.words[seq.trigger], c)) {
                        triggers.get(c).add(seq);
                    }
                }
            }
        }
        this.byClass = triggers.stream().map(l -> l.toArray(Seq[]::new)).toArray(Seq[][]::new);
        this.needsByClass = Arrays.stream(byClass).map(PhraseBook::needs).toArray(int[][]::new);
        this.negator = among(NEGATORS);
        this.undoesNegator = among(NOTHING_NEGATED_BEFORE);
        this.supposing = among(SUPPOSING);
        this.describing = among(DESCRIBING);
        this.goingOn = among(GOING_ON);
        this.subject = among(SUBJECTS);
        this.price = among(PRICES);
        this.slates = ThreadLocal.withInitial(() -> new Slate(blocks));
    }

    /** By class, whether it is that of one of the words. */
    private boolean[] among(Set<String> words) {
        boolean[] among = new boolean[trie.classes()];
        words.forEach(word -> among[trie.classOf(word)] = true);
        return among;
    }

    public static Builder builder(Map<String, String> vocabulary) {
        return new Builder(vocabulary);
    }

    private Seq compile(int phrase, PhraseSyntax.Sequence sequence, Map<TreeSet<String>, long[]> sets) {
        List<PhraseSyntax.Step> steps = sequence.steps();
        long[][] words = new long[steps.size()][];
        int[] gap = new int[steps.size()];
        boolean[] optional = new boolean[steps.size()];
        int trigger = -1;
        long[] frequency = new long[steps.size()];
        long least = Long.MAX_VALUE;
        for (int i = 0; i < steps.size(); i++) {
            PhraseSyntax.Step step = steps.get(i);
            words[i] = sets.computeIfAbsent(step.words(), trie::classesOf);
            gap[i] = step.gap();
            optional[i] = step.optional();
            frequency[i] = step.words().stream().mapToLong(FREQUENCIES::of).sum();
            if (!step.optional() && frequency[i] < least) {
                least = frequency[i];
                trigger = i;
            }
        }
        int lookedUpBy = trigger;
        int[] needed = IntStream.range(0, words.length)
                .filter(step -> !optional[step] && step != lookedUpBy)
                .boxed()
                .sorted(Comparator.comparingLong(step -> frequency[step]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean namesNegator = Arrays.stream(words)
                .anyMatch(set -> NEGATORS.stream().mapToInt(trie::classOf).anyMatch(aClass -> has(set, aClass)));
        return new Seq(phrase, words, gap, optional, sequence.anchored(), trigger, needed, namesNegator);
    }

    private static boolean has(long[] set, int aClass) {
        return (set[aClass >> 6] & (1L << aClass)) != 0;
    }

    /** How many phrases there are. */
    public int size() {
        return texts.size();
    }

    /** The text of a phrase. */
    public String text(int phrase) {
        return texts.get(phrase);
    }

    /** Reads a sentence, or any stretch of text, into words. */
    public Words read(CharSequence text, int from, int to) {
        Words words = new Words();
        trie.read(text, from, to, words);
        return words;
    }

    /** What a search writes on: which classes of words a sentence has, and where, a bit a word. Empty between searches. */
    private static final class Slate {
        final long[] present;
        final long[] places;
        /** The same of the words from the sixty-fifth on. */
        final long[] laterPlaces;

        Slate(int blocks) {
            this.present = new long[blocks];
            this.places = new long[blocks * 64];
            this.laterPlaces = new long[blocks * 64];
        }
    }

    /** The phrases that occur. */
    public BitSet search(Words words) {
        BitSet found = new BitSet(size());
        Slate slate = slates.get();
        for (int i = 0; i < words.size; i++) {
            int c = words.wordClass[i];
            slate.present[c >> 6] |= 1L << c;
            if (i < 64) {
                slate.places[c] |= 1L << i;
            } else {
                slate.laterPlaces[c] |= 1L << i;
            }
        }
        for (int block = 0; block < blocks; block++) {
            long left = slate.present[block];
            while (left != 0) {
                int c = (block << 6) + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                search(byClass[c], needsByClass[c], slate, words, found);
            }
        }
        for (int i = 0; i < words.size; i++) {
            int c = words.wordClass[i];
            slate.present[c >> 6] = 0;
            slate.places[c] = 0;
            slate.laterPlaces[c] = 0;
        }
        return found;
    }

    private static void search(Seq[] sequences, int[] needs, Slate slate, Words words, BitSet found) {
        long[] present = slate.present;
        int at = 0;
        for (Seq seq : sequences) {
            int end = needs[at++];
            boolean possible = true;
            while (possible && at < end) {
                int last = at + 1 + 3 * needs[at];
                possible = false;
                for (int i = at + 1; i < last && !possible; i += 3) {
                    possible = (present[needs[i]] & (needs[i + 1] & 0xFFFF_FFFFL | (long) needs[i + 2] << 32)) != 0;
                }
                at = last;
            }
            at = end;
            if (possible && !found.get(seq.phrase) && occurs(seq, slate, words)) {
                found.set(seq.phrase);
            }
        }
    }

    private static boolean occurs(Seq seq, Slate slate, Words words) {
        return words.size <= LONGEST_BY_BITS
                ? occursInShort(seq, slate)
                : words.size <= LONGEST_BY_TWO_SETS ? occursInLong(seq, slate) : occurs(seq, words);
    }

    private static int[] needs(Seq[] sequences) {
        List<Integer> needs = new ArrayList<>();
        for (Seq seq : sequences) {
            int begin = needs.size();
            needs.add(0);
            for (int step : seq.needed) {
                needs.add(seq.blockOf[step].length);
                for (int i = 0; i < seq.blockOf[step].length; i++) {
                    needs.add(seq.blockOf[step][i]);
                    needs.add((int) seq.bitsOf[step][i]);
                    needs.add((int) (seq.bitsOf[step][i] >>> 32));
                }
            }
            needs.set(begin, needs.size());
        }
        return needs.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The same as {@link #occurs(Seq, Words)} for all places at once: where the part of the phrase that was read so far may end is a
     * set of bits, one a word.
     */
    private static boolean occursInShort(Seq seq, Slate slate) {
        long fresh = seq.anchored ? 1 : -1L;
        long begun = 0;
        for (int step = 0; step < seq.blockOf.length; step++) {
            long reach = begun;
            for (int covered = 1, left = seq.gap[step]; left > 0 && reach != 0; ) {
                int shift = Math.min(covered, left);
                reach |= reach << shift;
                covered += shift;
                left -= shift;
            }
            long next = ((fresh | reach) & places(seq, step, slate, slate.places)) << 1;
            if (seq.optional[step]) {
                begun |= next;
            } else {
                begun = next;
                fresh = 0;
                if (begun == 0) {
                    return false;
                }
            }
        }
        return begun != 0;
    }

    /** The same with a second set for the words from the sixty-fifth on. */
    private static boolean occursInLong(Seq seq, Slate slate) {
        long freshLow = seq.anchored ? 1 : -1L;
        long freshHigh = seq.anchored ? 0 : -1L;
        long low = 0;
        long high = 0;
        for (int step = 0; step < seq.blockOf.length; step++) {
            long reachLow = low;
            long reachHigh = high;
            for (int covered = 1, left = seq.gap[step]; left > 0 && (reachLow | reachHigh) != 0; ) {
                int shift = Math.min(covered, left);
                reachHigh |= reachHigh << shift | reachLow >>> 64 - shift;
                reachLow |= reachLow << shift;
                covered += shift;
                left -= shift;
            }
            long hereLow = (freshLow | reachLow) & places(seq, step, slate, slate.places);
            long hereHigh = (freshHigh | reachHigh) & places(seq, step, slate, slate.laterPlaces);
            long nextHigh = hereHigh << 1 | hereLow >>> 63;
            long nextLow = hereLow << 1;
            if (seq.optional[step]) {
                low |= nextLow;
                high |= nextHigh;
            } else {
                low = nextLow;
                high = nextHigh;
                freshLow = 0;
                freshHigh = 0;
                if ((low | high) == 0) {
                    return false;
                }
            }
        }
        return (low | high) != 0;
    }

    /** The words that may stand at a step. */
    private static long places(Seq seq, int step, Slate slate, long[] placesOf) {
        long places = 0;
        int[] blocks = seq.blockOf[step];
        long[] bits = seq.bitsOf[step];
        for (int i = 0; i < blocks.length; i++) {
            long here = bits[i] & slate.present[blocks[i]];
            while (here != 0) {
                places |= placesOf[(blocks[i] << 6) + Long.numberOfTrailingZeros(here)];
                here &= here - 1;
            }
        }
        return places;
    }

    private static boolean occurs(Seq seq, Words words) {
        int last = seq.anchored ? Math.min(1, words.size) : words.size;
        for (int i = 0; i < last; i++) {
            if (end(seq, words, 0, i, false) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The word after the last one of a match of the steps from {@code step} on, or -1. */
    private static int end(Seq seq, Words words, int step, int at, boolean begun) {
        if (step == seq.words.length) {
            return at;
        }
        int furthest = begun ? Math.min(words.size - 1, at + seq.gap[step]) : Math.min(words.size - 1, at);
        for (int i = at; i <= furthest; i++) {
            if (has(seq.words[step], words.wordClass[i])) {
                int end = end(seq, words, step + 1, i + 1, true);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return seq.optional[step] ? end(seq, words, step + 1, at, begun) : -1;
    }

    /** Every place where a phrase begins, with its shortest end there. */
    public List<Match> matches(int phrase, Words words) {
        List<Match> all = new ArrayList<>();
        for (Match match = next(phrase, words, 0); match != null; match = next(phrase, words, match.from() + 1)) {
            all.add(match);
        }
        return all;
    }

    /** The first place from a word on where a phrase begins, with its shortest end there; null where there is none. */
    public @Nullable Match next(int phrase, Words words, int from) {
        for (int i = from; i < words.size; i++) {
            int best = -1;
            for (Seq seq : byPhrase[phrase]) {
                if (!seq.anchored || i == 0) {
                    int end = end(seq, words, 0, i, false);
                    if (end >= 0 && (best < 0 || end < best)) {
                        best = end;
                    }
                }
            }
            if (best >= 0) {
                return new Match(i, best);
            }
        }
        return null;
    }

    /**
     * Whether the words just before a match, or between its own, turn it into its opposite: "we do not", "never",
     * "without", which does so only before it. A negator the phrase names itself does not count, nor one in "not only", "not limited to" or "no later than",
     * nor one that stays in a condition or a description: "if we do not agree, an arbitrator decides".
     */
    public boolean negated(int phrase, Match match, Words words) {
        int reach = 5;
        for (int i = match.from() - 1; i >= 0 && i >= match.from() - reach; i--) {
            if (words.breakBefore[i + 1] == Words.STRONG) {
                break;
            }
            if (isNegator(words, i, match) && reaches(words, i, match)) {
                return true;
            }
        }
        for (Seq seq : byPhrase[phrase]) {
            if (!seq.anchored || match.from() == 0) {
                int end = end(seq, words, 0, match.from(), false);
                if (end == match.to()) {
                    return negatorIsBetween(seq, match, words);
                }
            }
        }
        return false;
    }

    private boolean negatorIsBetween(Seq seq, Match match, Words words) {
        if (seq.namesNegator) {
            return false;
        }
        for (int i = match.from(); i < match.to(); i++) {
            // "change the fees at any time without notice" denies the notice and not the change
            if (isNegator(words, i, match)
                    && words.wordClass[i] != trie.classOf("without")
                    && reaches(words, i, match)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegator(Words words, int i, Match match) {
        if (!negator[words.wordClass[i]]) {
            return false;
        }
        if (i + 1 < words.size) {
            int next = words.wordClass[i + 1];
            boolean ofThePhrase = price[next] && (i + 1 == match.from() || i + 2 == match.to());
            if (undoesNegator[next] && !ofThePhrase) {
                return false;
            }
            if (next == trie.classOf("be") && i + 2 < words.size && words.wordClass[i + 2] == trie.classOf("limited")) {
                return false;
            }
        }
        boolean afterWhether = i > 0 && words.wordClass[i - 1] == trie.classOf("whether");
        boolean afterWhetherOr = i > 1
                && words.wordClass[i - 1] == trie.classOf("or")
                && words.wordClass[i - 2] == trie.classOf("whether");
        return !afterWhether && !afterWhetherOr;
    }

    /** Whether what a negator denies is the match, and not only what the clause around the negator supposes or describes. */
    private boolean reaches(Words words, int at, Match match) {
        for (int i = at - 1; i >= 0 && i >= at - 1 - OPENING; i--) {
            if (words.breakBefore[i + 1] != Words.NOTHING) {
                return true;
            }
            int aClass = words.wordClass[i];
            if (supposing[aClass]) {
                return speaksAnew(words, i, at);
            }
            if (describing[aClass]) {
                return !goesOn(words, at, match);
            }
        }
        return true;
    }

    /** Whether the condition is over before the negator: "if asked we do not". */
    private boolean speaksAnew(Words words, int opening, int negation) {
        for (int i = opening + 2; i < negation; i++) {
            if (words.wordClass[i] == trie.classOf("we")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the main sentence goes on after the negator and before the match is over. */
    private boolean goesOn(Words words, int negation, Match match) {
        for (int i = negation + 2; i < match.to() - 1; i++) {
            if (goingOn[words.wordClass[i]] && !subject[words.wordClass[i - 1]]) {
                return true;
            }
        }
        return false;
    }

    /** The same phrases as regular expressions over words joined by single spaces: slow, plain, for comparison. */
    public Map<String, String> asRegularExpressions() {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < parsed.size(); i++) {
            StringBuilder either = new StringBuilder();
            for (PhraseSyntax.Sequence sequence : parsed.get(i)) {
                if (either.length() > 0) {
                    either.append('|');
                }
                either.append(sequence.anchored() ? "^" : "(?:^|(?<= ))");
                boolean begun = false;
                for (PhraseSyntax.Step step : sequence.steps()) {
                    StringBuilder part = new StringBuilder();
                    if (begun && step.gap() > 0) {
                        part.append("(?:[a-z0-9]+ ){0,").append(step.gap()).append('}');
                    }
                    part.append("(?:");
                    part.append(String.join(
                            "|",
                            step.words().stream()
                                    .map(w -> w.equals("#")
                                            ? "[0-9]+"
                                            : w.endsWith("*") ? w.substring(0, w.length() - 1) + "[a-z0-9]*" : w)
                                    .toList()));
                    part.append(") ");
                    either.append(step.optional() ? "(?:" + part + ")?" : part);
                    begun = begun || !step.optional();
                }
            }
            all.put(texts.get(i), either.toString());
        }
        return all;
    }

    /** The words of a text as this book reads them, joined by single spaces and closed by one. */
    public static String plainly(CharSequence text) {
        return WordTrie.plainly(text);
    }

    @Override
    public String toString() {
        return "PhraseBook[" + size() + " phrases, " + trie.classes() + " word classes, "
                + Arrays.stream(byPhrase).mapToInt(s -> s.length).sum() + " sequences]";
    }
}
