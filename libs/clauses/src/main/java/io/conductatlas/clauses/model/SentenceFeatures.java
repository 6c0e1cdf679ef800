package io.conductatlas.clauses.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a linear model sees of a sentence: its words and pairs of words, the same with words of one kind taken
 * together, the letters its words are made of, and the names of rules that hold in it. A feature counts once; letters
 * count once for each different word, so that what a word's letters weigh can be summed up before any sentence is read.
 *
 * <p>A word the model was not trained on is read as "xx": company names are the main case, and so every company's
 * name reads alike.
 */
public final class SentenceFeatures {
    /** How much a rule weighs beside all words, and beside all letters, which weigh 1 each. */
    static final float SIGN = 0.15f;

    private static final int REACH = 4;
    private static final int SHORTEST_LETTERS = 3;
    private static final int LONGEST_LETTERS = 5;
    private static final long WORD = 1;
    private static final long WORD_PAIR = 2;
    private static final long KIND = 3;
    private static final long KIND_PAIR = 4;
    private static final long KIND_TRIPLE = 5;
    private static final long LETTERS = 6;
    private static final long SIGNS = 7;

    private int words;
    private final char[] letters;
    private int letterCount;
    private int[] wordStart = new int[48];
    private int[] wordEnd = new int[48];
    private int[] textStart = new int[48];
    private int[] textEnd = new int[48];

    private int[] keys;
    private int[] from;
    private int[] to;
    private int size;
    private int ofWords;
    private int[] knownWords = new int[32];
    private int knownCount;
    private int[] table;

    private SentenceFeatures(int length) {
        this.letters = new char[length * 2 + 8];
        int likely = Math.max(64, length * 2);
        this.keys = new int[likely];
        this.from = new int[likely];
        this.to = new int[likely];
        this.table = new int[Integer.highestOneBit(likely) * 4];
    }

    /**
     * Reads a stretch of text.
     *
     * @param vocabulary the words the model knows
     * @param signs the {@linkplain #sign hashes} of the rules that hold
     */
    static SentenceFeatures read(CharSequence text, int start, int end, IntTable vocabulary, long[] signs) {
        SentenceFeatures features = new SentenceFeatures(end - start);
        features.readWords(text, start, end);
        features.build(vocabulary);
        for (long sign : signs) {
            features.add(sign, 0, 0);
        }
        return features;
    }

    /** The words of a text as the model reads them. */
    public static List<String> words(CharSequence text) {
        SentenceFeatures features = new SentenceFeatures(text.length());
        features.readWords(text, 0, text.length());
        List<String> all = new ArrayList<>();
        for (int i = 0; i < features.words; i++) {
            all.add(new String(features.letters, features.wordStart[i], features.wordEnd[i] - features.wordStart[i]));
        }
        return all;
    }

    /** The hash under which a rule that holds in a sentence is known to the model. */
    public static long sign(String name) {
        return Hashes.step(Hashes.of(name), SIGNS);
    }

    int size() {
        return size;
    }

    /** The key of a feature in a model's table. */
    int key(int feature) {
        return keys[feature];
    }

    /** How much the feature counts in this sentence. */
    float value(int feature) {
        return feature < ofWords ? (float) (1 / Math.sqrt(ofWords)) : SIGN;
    }

    /** How many different words the model knows. */
    int knownWords() {
        return knownCount;
    }

    /** The place in the vocabulary of one of them. */
    int knownWord(int i) {
        return knownWords[i];
    }

    /** Whether the feature stands for words of the text, and not for letters or a rule. */
    boolean isOfWords(int feature) {
        return feature < ofWords;
    }

    /** Where the words a feature is about begin in the text. */
    int start(int feature) {
        return textStart[from[feature]];
    }

    /** Where the words a feature is about end in the text. */
    int end(int feature) {
        return textEnd[to[feature]];
    }

    private void readWords(CharSequence text, int start, int end) {
        int i = start;
        while (i < end) {
            if (!isPartOfWord(text.charAt(i))) {
                i++;
                continue;
            }
            int begin = i;
            int first = letterCount;
            boolean digit = false;
            while (i < end && isPartOfWord(text.charAt(i))) {
                char c = Character.toLowerCase(text.charAt(i));
                boolean isDigit = Character.isDigit(c);
                if (!isDigit || !digit) {
                    letters[letterCount++] = isDigit ? '0' : c;
                }
                digit = isDigit;
                i++;
            }
            if (letters[letterCount - 1] == 'n' && isNot(text, i, end)) {
                if (letterCount - 1 > first) {
                    close(first, letterCount - 1, begin, i);
                }
                letterCount--;
                i += 2;
                word("not", begin, i);
            } else if (letterCount - first == 6 && matches(first, "cannot")) {
                close(first, first + 3, begin, i);
                close(first + 3, first + 6, begin, i);
            } else {
                close(first, letterCount, begin, i);
            }
        }
    }

    private static boolean isPartOfWord(char c) {
        return c < 128 ? ASCII_OF_WORDS[c] : Character.isLetterOrDigit(c);
    }

    private static final boolean[] ASCII_OF_WORDS = new boolean[128];

    static {
        for (char c = 0; c < ASCII_OF_WORDS.length; c++) {
            ASCII_OF_WORDS[c] = Character.isLetterOrDigit(c);
        }
    }

    private static boolean isNot(CharSequence text, int at, int end) {
        return at + 1 < end
                && (text.charAt(at) == '\'' || text.charAt(at) == '\u2019')
                && Character.toLowerCase(text.charAt(at + 1)) == 't'
                && (at + 2 >= end || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    private boolean matches(int first, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (letters[first + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void word(String word, int begin, int end) {
        int first = letterCount;
        for (int i = 0; i < word.length(); i++) {
            letters[letterCount++] = word.charAt(i);
        }
        close(first, letterCount, begin, end);
    }

    private void close(int first, int last, int begin, int end) {
        if (words == wordStart.length) {
            wordStart = Arrays.copyOf(wordStart, words * 2);
            wordEnd = Arrays.copyOf(wordEnd, words * 2);
            textStart = Arrays.copyOf(textStart, words * 2);
            textEnd = Arrays.copyOf(textEnd, words * 2);
        }
        wordStart[words] = first;
        wordEnd[words] = last;
        textStart[words] = begin;
        textEnd[words] = end;
        words++;
    }

    private void build(IntTable vocabulary) {
        long[] word = new long[words];
        long[] kind = new long[words];
        for (int i = 0; i < words; i++) {
            long hash = hash(wordStart[i], wordEnd[i]);
            int place = vocabulary.indexOf(Hashes.fold(hash));
            word[i] = place >= 0 ? hash : UNKNOWN;
            long of = WordKinds.of(word[i]);
            kind[i] = of != 0 ? of : stem(i);
        }
        for (int i = 0; i < words; i++) {
            boolean first = add(Hashes.step(word[i], WORD), i, i);
            if (first && word[i] != UNKNOWN) {
                know(vocabulary.indexOf(Hashes.fold(word[i])));
            }
            add(Hashes.step(kind[i], KIND), i, i);
            if (i + 1 < words) {
                add(Hashes.step(Hashes.step(word[i], word[i + 1]), WORD_PAIR), i, i + 1);
            }
            for (int j = i + 1; j < words && j <= i + REACH; j++) {
                add(Hashes.step(Hashes.step(kind[i], kind[j]), KIND_PAIR), i, j);
            }
            if (i + 2 < words) {
                add(Hashes.step(Hashes.step(Hashes.step(kind[i], kind[i + 1]), kind[i + 2]), KIND_TRIPLE), i, i + 2);
            }
        }
        ofWords = size;
    }

    private void know(int place) {
        if (knownCount == knownWords.length) {
            knownWords = Arrays.copyOf(knownWords, knownCount * 2);
        }
        knownWords[knownCount++] = place;
    }

    private static final long UNKNOWN = Hashes.of("xx");

    private long hash(int start, int end) {
        long hash = Hashes.BASIS;
        for (int i = start; i < end; i++) {
            hash = Hashes.step(hash, letters[i]);
        }
        return hash;
    }

    /** A rough stem: the commonest endings of English verbs and plurals cut off. */
    private long stem(int i) {
        int start = wordStart[i];
        int end = wordEnd[i];
        int length = end - start;
        if (length > 5 && ends(end, "ing")) {
            return hash(start, end - 3);
        }
        if (length > 4 && ends(end, "ed")) {
            return hash(start, end - 2);
        }
        if (length > 4 && ends(end, "ies")) {
            return Hashes.step(hash(start, end - 3), 'y');
        }
        if (length > 3 && ends(end, "s") && !ends(end, "ss")) {
            return hash(start, end - 1);
        }
        return length > 4 && ends(end, "e") ? hash(start, end - 1) : hash(start, end);
    }

    private boolean ends(int end, String ending) {
        return matches(end - ending.length(), ending);
    }

    /** The keys of three to five letters in a row, with the blank at either end of the word. */
    static int[] lettersOf(String word) {
        String whole = " " + word + " ";
        int[] all = new int[3 * whole.length()];
        int count = 0;
        for (int at = 0; at + SHORTEST_LETTERS <= whole.length(); at++) {
            long hash = Hashes.BASIS;
            int last = Math.min(whole.length(), at + LONGEST_LETTERS);
            for (int k = at; k < last; k++) {
                hash = Hashes.step(hash, whole.charAt(k));
                if (k - at + 1 >= SHORTEST_LETTERS) {
                    all[count++] = Hashes.fold(Hashes.step(hash, LETTERS));
                }
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** Adds a feature, unless it is there. */
    private boolean add(long hash, int first, int last) {
        int key = Hashes.fold(hash);
        int mask = table.length - 1;
        int slot = (key * 0x9E3779B9) >>> 7 & mask;
        while (table[slot] != 0) {
            if (keys[table[slot] - 1] == key) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        keys[size] = key;
        from[size] = first;
        to[size] = last;
        size++;
        table[slot] = size;
        if (size * 2 > table.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = (keys[i] * 0x9E3779B9) >>> 7 & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = i + 1;
        }
    }
}
