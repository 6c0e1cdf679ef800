package io.conductatlas.clauses.phrases;

/**
 * One sentence as a {@link PhraseBook} sees it: for each word the class of words it belongs to, and its place in the
 * text. Contractions are opened, so that "don't share" and "do not share" read the same.
 */
public final class Words {
    static final int NOTHING = 0;
    static final int COMMA = 1;
    static final int STRONG = 2;

    private static final int FIRST_SIZE = 48;

    int[] wordClass = new int[FIRST_SIZE];
    int[] start = new int[FIRST_SIZE];
    int[] end = new int[FIRST_SIZE];
    byte[] breakBefore = new byte[FIRST_SIZE];
    int size;
    /** Where in the text the stretch begins that {@link #add} counts from. */
    int textStart;

    Words() {}

    void add(int aClass, int from, int to, int pause) {
        if (size == wordClass.length) {
            wordClass = java.util.Arrays.copyOf(wordClass, size * 2);
            start = java.util.Arrays.copyOf(start, size * 2);
            end = java.util.Arrays.copyOf(end, size * 2);
            breakBefore = java.util.Arrays.copyOf(breakBefore, size * 2);
        }
        wordClass[size] = aClass;
        start[size] = textStart + from;
        end[size] = textStart + to;
        breakBefore[size] = (byte) pause;
        size++;
    }

    /** How many words there are. */
    public int size() {
        return size;
    }

    /** Where the word begins in the text that was read. */
    public int start(int word) {
        return start[word];
    }

    /** Where the word ends in the text that was read. */
    public int end(int word) {
        return end[word];
    }

    /** These words followed by others, as one sentence; offsets stay those of the text both were read from. */
    public Words followedBy(Words next) {
        Words both = new Words();
        for (int i = 0; i < size; i++) {
            both.add(wordClass[i], start[i], end[i], breakBefore[i]);
        }
        for (int i = 0; i < next.size; i++) {
            both.add(next.wordClass[i], next.start[i], next.end[i], i == 0 ? NOTHING : next.breakBefore[i]);
        }
        return both;
    }

    /** The last {@code count} words. */
    public Words last(int count) {
        if (size <= count) {
            return this;
        }
        Words tail = new Words();
        for (int i = size - count; i < size; i++) {
            tail.add(wordClass[i], start[i], end[i], breakBefore[i]);
        }
        return tail;
    }
}
