package io.conductatlas.clauses.phrases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads text into words and gives each the class of all words that the phrases cannot tell from it. Class 0 is every
 * word no phrase names.
 */
final class WordTrie {
    private static final int LETTERS = 36;
    private static final int NUMBER = -2;

    /** How a contraction is opened: what the word before the apostrophe becomes, and the word that follows. */
    private static final Map<String, String> ENDINGS =
            Map.of("re", "are", "ll", "will", "ve", "have", "d", "would", "s", "", "t", "");

    private final List<int[]> children = new ArrayList<>();
    private final List<BitSet> endingHere = new ArrayList<>();
    private final Map<String, Integer> symbols = new HashMap<>();
    private final int[] whole;
    private final int[] part;
    /** By node and letter. */
    private final char[] next;

    private final List<BitSet> symbolsOfClass = new ArrayList<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final int numberClass;

    WordTrie(TreeSet<String> words) {
        node();
        boolean anyNumber = false;
        for (String word : words) {
            int symbol = symbols.size();
            symbols.put(word, symbol);
            if (word.equals("#")) {
                anyNumber = true;
                continue;
            }
            boolean prefix = word.endsWith("*");
            int at = 0;
            int length = prefix ? word.length() - 1 : word.length();
            for (int i = 0; i < length; i++) {
                int letter = letter(word.charAt(i));
                if (children.get(at)[letter] == 0) {
                    int fresh = node();
                    children.get(at)[letter] = fresh;
                }
                at = children.get(at)[letter];
            }
            // 2s: the word ends here; 2s+1: it may go on
            endingHere.get(at).set(2 * symbol + (prefix ? 1 : 0));
            if (words.contains("#") && word.chars().allMatch(Character::isDigit)) {
                endingHere.get(at).set(2 * java.util.Objects.requireNonNull(symbols.get("#")));
            }
        }
        if (children.size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException("more beginnings of words than a trie of this kind holds");
        }
        this.next = new char[children.size() * LETTERS];
        for (int node = 0; node < children.size(); node++) {
            for (int letter = 0; letter < LETTERS; letter++) {
                next[node * LETTERS + letter] = (char) children.get(node)[letter];
            }
        }
        this.whole = new int[children.size()];
        this.part = new int[children.size()];
        Map<BitSet, Integer> known = new HashMap<>();
        known.put(new BitSet(), 0);
        symbolsOfClass.add(new BitSet());
        number(0, new BitSet(), known);
        if (anyNumber) {
            BitSet number = new BitSet();
            number.set(java.util.Objects.requireNonNull(symbols.get("#")));
            this.numberClass = classFor(number, known);
        } else {
            this.numberClass = 0;
        }
        for (String word : words) {
            if (!word.endsWith("*") && !word.equals("#")) {
                classes.put(word, lookUp(word.toCharArray(), 0, word.length()));
            }
        }
    }

    private int node() {
        children.add(new int[LETTERS]);
        endingHere.add(new BitSet());
        return children.size() - 1;
    }

    private void number(int node, BitSet prefixes, Map<BitSet, Integer> known) {
        BitSet going = (BitSet) prefixes.clone();
        BitSet ending = new BitSet();
        for (int b = endingHere.get(node).nextSetBit(0);
                b >= 0;
                b = endingHere.get(node).nextSetBit(b + 1)) {
            if (b % 2 == 1) {
                going.set(b / 2);
            } else {
                ending.set(b / 2);
            }
        }
        ending.or(going);
        whole[node] = classFor(ending, known);
        part[node] = classFor(going, known);
        for (int child : children.get(node)) {
            if (child != 0) {
                number(child, going, known);
            }
        }
    }

    private int classFor(BitSet set, Map<BitSet, Integer> known) {
        Integer is = known.get(set);
        if (is == null) {
            is = symbolsOfClass.size();
            known.put((BitSet) set.clone(), is);
            symbolsOfClass.add((BitSet) set.clone());
        }
        return is;
    }

    int classes() {
        return symbolsOfClass.size();
    }

    int classOf(String word) {
        return java.util.Objects.requireNonNull(classes.get(word), word);
    }

    /** The classes of the words that any of these allows, as a set of bits. */
    long[] classesOf(TreeSet<String> words) {
        long[] set = new long[(classes() + 63) / 64];
        for (String word : words) {
            int symbol = java.util.Objects.requireNonNull(symbols.get(word));
            for (int c = 1; c < classes(); c++) {
                if (symbolsOfClass.get(c).get(symbol)) {
                    set[c >> 6] |= 1L << c;
                }
            }
        }
        return set;
    }

    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = (byte)
                    (c >= 'a' && c <= 'z'
                            ? c - 'a'
                            : c >= '0' && c <= '9' ? 26 + c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' : -1);
        }
    }

    private static int letter(char c) {
        if (c < 128) {
            return ASCII[c];
        }
        return Character.isLetterOrDigit(c) ? NUMBER : -1;
    }

    private int lookUp(char[] text, int from, int to) {
        int node = 0;
        boolean digits = true;
        for (int i = from; i < to; i++) {
            int letter = letter(text[i]);
            digits = digits && letter >= 26;
            int following = letter < 0 ? 0 : next[node * LETTERS + letter];
            if (following == 0) {
                while (digits && ++i < to) {
                    digits = letter(text[i]) >= 26;
                }
                return digits ? numberClass : part[node];
            }
            node = following;
        }
        return digits && whole[node] == 0 ? numberClass : whole[node];
    }

    /** Reads a stretch of a text; the words' places are those of the text. */
    void read(CharSequence text, int from, int to, Words into) {
        char[] here = new char[to - from];
        text.toString().getChars(from, to, here, 0);
        into.textStart = from;
        read(here, into);
    }

    private void read(char[] text, Words into) {
        int to = text.length;
        int pause = Words.NOTHING;
        int i = 0;
        while (i < to) {
            char c = text[i];
            if (letter(c) == -1) {
                pause = Math.max(pause, pause(c));
                i++;
                continue;
            }
            int start = i;
            int node = 0;
            int left = -1; // the class of the word once no word of the trie goes on as it does
            boolean digits = true;
            for (int letter = letter(c); letter != -1; letter = ++i < to ? letter(text[i]) : -1) {
                digits = digits && letter >= 26;
                if (left < 0) {
                    int following = letter < 0 ? 0 : next[node * LETTERS + letter];
                    if (following == 0) {
                        left = part[node];
                    } else {
                        node = following;
                    }
                }
            }
            int end = i;
            if (i + 1 < to && isApostrophe(text[i]) && letter(text[i + 1]) >= 0) {
                int tail = i + 1;
                int tailEnd = tail;
                while (tailEnd < to && letter(text[tailEnd]) != -1) {
                    tailEnd++;
                }
                i = tailEnd;
                contraction(text, start, end, tail, tailEnd, pause, into);
            } else if ((c == 'c' || c == 'C') && is(text, start, end, "cannot")) {
                into.add(classOf("can"), start, end, pause);
                into.add(classOf("not"), start, end, Words.NOTHING);
            } else {
                int known = left < 0 ? whole[node] : left;
                into.add(digits && (left >= 0 || known == 0) ? numberClass : known, start, end, pause);
            }
            pause = Words.NOTHING;
        }
    }

    private void contraction(char[] text, int start, int end, int tail, int tailEnd, int pause, Words into) {
        boolean negated = tailEnd - tail == 1
                && Character.toLowerCase(text[tail]) == 't'
                && Character.toLowerCase(text[end - 1]) == 'n';
        if (negated) {
            if (is(text, start, end, "can")) {
                into.add(classOf("can"), start, end, pause);
            } else if (is(text, start, end, "won")) {
                into.add(classOf("will"), start, end, pause);
            } else if (end - 1 > start) {
                into.add(lookUp(text, start, end - 1), start, tailEnd, pause);
            }
            into.add(classOf("not"), end - 1, tailEnd, Words.NOTHING);
            return;
        }
        into.add(lookUp(text, start, end), start, tailEnd, pause);
        String opened = opened(text, tail, tailEnd);
        if (!opened.isEmpty()) {
            into.add(classOf(opened), tail, tailEnd, Words.NOTHING);
        }
    }

    private static String opened(char[] text, int tail, int tailEnd) {
        if (tailEnd - tail > 2) {
            return "";
        }
        return ENDINGS.getOrDefault(new String(text, tail, tailEnd - tail).toLowerCase(java.util.Locale.ROOT), "");
    }

    private static boolean is(char[] text, int start, int end, String word) {
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(text[start + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`';
    }

    private static int pause(char c) {
        return switch (c) {
            case ',' -> Words.COMMA;
            case ';', ':', '.', '!', '?', '(', ')', '\u2014', '\u2013', '\n' -> Words.STRONG;
            default -> Words.NOTHING;
        };
    }

    /** The words as {@link #read} sees them, for readers that have no classes. */
    static String plainly(CharSequence text) {
        StringBuilder out = new StringBuilder();
        int to = text.length();
        int i = 0;
        while (i < to) {
            if (letter(text.charAt(i)) == -1) {
                i++;
                continue;
            }
            int start = i;
            while (i < to && letter(text.charAt(i)) != -1) {
                i++;
            }
            String word = text.subSequence(start, i).toString().toLowerCase(java.util.Locale.ROOT);
            if (i + 1 < to && isApostrophe(text.charAt(i)) && letter(text.charAt(i + 1)) >= 0) {
                int tail = i + 1;
                int tailEnd = tail;
                while (tailEnd < to && letter(text.charAt(tailEnd)) != -1) {
                    tailEnd++;
                }
                i = tailEnd;
                String ending = text.subSequence(tail, tailEnd).toString().toLowerCase(java.util.Locale.ROOT);
                if (ending.equals("t") && word.endsWith("n")) {
                    String head = word.equals("can")
                            ? "can"
                            : word.equals("won") ? "will" : word.substring(0, word.length() - 1);
                    out.append(head).append(head.isEmpty() ? "" : " ").append("not ");
                } else {
                    out.append(word).append(' ');
                    String opened = ENDINGS.getOrDefault(ending, "");
                    out.append(opened).append(opened.isEmpty() ? "" : " ");
                }
            } else if (word.equals("cannot")) {
                out.append("can not ");
            } else {
                out.append(word).append(' ');
            }
        }
        return out.toString();
    }
}
