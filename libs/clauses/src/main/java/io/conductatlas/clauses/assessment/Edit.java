package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.util.List;
import java.util.regex.Pattern;

/** The place of an edited sentence that says most: what went, what came, and what stands around it. */
record Edit(String leadBefore, String leadAfter, String went, String came, String tailBefore, String tailAfter) {
    private static final int MOST_WORDS = 40;
    private static final int CONTEXT = 7;
    /** A sentence that begins, or ends, no farther away is not cut. */
    private static final int NEAR = 12;

    private static final int BRIDGE = 2;
    private static final int FEW_LETTERS = 3;
    private static final int FEW = 10;
    private static final int LITTLE = 4;
    private static final int WHOLE_SENTENCE = 28;
    /** In so short a sentence a reader sees by himself what came or went. */
    private static final int SHORT_SENTENCE = 16;
    /** So long a sentence is still shown whole where it changed in several places: one of them alone may say the opposite. */
    static final int WHOLE_IF_SCATTERED = 45;
    /** Below this share of common words one sentence took the place of another, and did not become it. */
    private static final double SAME_SENTENCE = 0.35;

    /** An address on the web as texts write it, with or without its scheme. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s)\\]]+|(?:[\\w-]+\\.)+[a-z]{2,}(?:[/?#][^\\s)\\]]*)?");

    /** The number of a clause before its words, or the letter of an item within them. */
    private static final Pattern CLAUSE_NUMBER = Pattern.compile("^\\d+(?:\\.\\d+)*\\.?(?= )|\\((?:[a-z]|[ivx]+)\\)");

    /** "colour", "behaviour" and "personalise" without what parts them from "color", "behavior" and "personalize". */
    private static final Pattern BRITISH =
            Pattern.compile("(?<=[a-z]o)(u)?(?=rs?\\b|rite|rable|red)|(?<=[a-z]i)[sz](?=e[ds]?\\b|ing\\b|ation)");

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The stretch of an edited sentence whose changed words say most; a few equal words do not part a stretch. */
    static Edit of(Hunk hunk, Novelty novelty) {
        List<WordSpan> spans = hunk.words();
        Edit best = null;
        double most = -1;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).op() == WordSpan.Op.EQUAL) {
                continue;
            }
            int end = stretch(spans, i);
            Edit edit = new Edit(
                    join(spans.subList(0, i), WordSpan.Op.INSERT),
                    join(spans.subList(0, i), WordSpan.Op.DELETE),
                    join(spans.subList(i, end), WordSpan.Op.INSERT),
                    join(spans.subList(i, end), WordSpan.Op.DELETE),
                    join(spans.subList(end, spans.size()), WordSpan.Op.INSERT),
                    join(spans.subList(end, spans.size()), WordSpan.Op.DELETE));
            double weight = edit.weight(novelty);
            if (weight > most) {
                best = edit;
                most = weight;
            }
            i = end - 1;
        }
        return best == null ? new Edit("", "", hunk.before(), hunk.after(), "", "") : best;
    }

    /** Just after the last changed span of the stretch that begins at a changed one. */
    private static int stretch(List<WordSpan> spans, int from) {
        int end = from + 1;
        while (end < spans.size()) {
            if (spans.get(end).op() != WordSpan.Op.EQUAL) {
                end++;
            } else if (end + 1 < spans.size() && Phrasing.words(spans.get(end).text()) <= BRIDGE) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    private double weight(Novelty novelty) {
        if (!hasLetters(went) && !hasLetters(came)) {
            return 0;
        }
        return 1
                + SentenceChoice.NEW_WORD * (novelty.of(came, true) + novelty.of(went, false))
                + Math.min(SentenceChoice.MOST_COUNTED_WORDS, Phrasing.words(went) + Phrasing.words(came));
    }

    private static boolean hasLetters(String text) {
        return text.chars().filter(Character::isLetterOrDigit).count() >= FEW_LETTERS;
    }

    /** The words of spans without those of the other side. */
    private static String join(List<WordSpan> spans, WordSpan.Op without) {
        StringBuilder all = new StringBuilder();
        for (WordSpan span : spans) {
            if (span.op() != without) {
                all.append(span.text());
            }
        }
        return all.toString();
    }

    /** Whether nothing changed at a hunk but addresses on the web, spellings of one country, numbers of clauses, or marks. */
    static boolean isSlight(Hunk hunk) {
        return hunk.kind() == HunkKind.EDITED && plain(hunk.before()).equals(plain(hunk.after()));
    }

    private static String plain(String text) {
        String words = NamesChanged.plain(ADDRESS.matcher(text).replaceAll(" "));
        String spelt =
                BRITISH.matcher(CLAUSE_NUMBER.matcher(words).replaceAll(" ")).replaceAll("");
        return MARKS.matcher(spelt).replaceAll(" ").strip();
    }

    /** What was done to a hunk's sentence: "“…” became “…”". */
    static String told(Hunk hunk, Novelty novelty) {
        int longest = Math.max(Phrasing.words(hunk.before()), Phrasing.words(hunk.after()));
        if (common(hunk) < SAME_SENTENCE) {
            return "%s gave way to %s"
                    .formatted(Phrasing.excerpt(hunk.before(), MOST_WORDS), Phrasing.excerpt(hunk.after(), MOST_WORDS));
        }
        Edit edit = of(hunk, novelty);
        boolean scattered = isScattered(hunk);
        boolean oneWay = edit.went().isBlank() || edit.came().isBlank();
        if (scattered
                ? longest <= WHOLE_IF_SCATTERED
                : longest <= WHOLE_SENTENCE && !(oneWay && longest > SHORT_SENTENCE)) {
            return "%s became %s"
                    .formatted(Phrasing.excerpt(hunk.before(), longest), Phrasing.excerpt(hunk.after(), longest));
        }
        return edit.told(scattered ? ", among others," : "");
    }

    /** How many of the words of the longer side stand on both, from 0 to 1. */
    private static double common(Hunk hunk) {
        int equal = hunk.words().stream()
                .filter(span -> span.op() == WordSpan.Op.EQUAL)
                .mapToInt(span -> Phrasing.words(span.text()))
                .sum();
        int longest = Math.max(Phrasing.words(hunk.before()), Phrasing.words(hunk.after()));
        return longest == 0 ? 1 : (double) equal / longest;
    }

    /** Whether words changed in more than one stretch of a sentence. */
    static boolean isScattered(Hunk hunk) {
        int stretches = 0;
        List<WordSpan> spans = hunk.words();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).op() != WordSpan.Op.EQUAL
                    && hasLetters(spans.get(i).text())) {
                stretches++;
                i = stretch(spans, i) - 1;
            }
        }
        return stretches > 1;
    }

    /** @param among what is put in where other words of the sentence changed too */
    private String told(String among) {
        if (went.isBlank()) {
            return Phrasing.words(came) > FEW
                    ? after(leadAfter) + "these words" + among + " were added: "
                            + Phrasing.excerpt(fragment(came), MOST_WORDS)
                    : "%s%s %s added: %s".formatted(words(came), among, were(came), around(true));
        }
        if (came.isBlank()) {
            return Phrasing.words(went) > FEW
                    ? after(leadBefore) + "these words" + among + " were taken out: "
                            + Phrasing.excerpt(fragment(went), MOST_WORDS)
                    : "%s%s %s taken out of %s".formatted(words(went), among, were(went), around(false));
        }
        return "%s became %s".formatted(around(false), around(true));
    }

    /** Where in a sentence words came or went, by those before them. */
    private static String after(String lead) {
        int from = wordsFromEnd(lead);
        return lead.isBlank() ? "" : "after “" + (from > 0 ? "… " : "") + Phrasing.line(lead.substring(from)) + "” ";
    }

    /** The new sentence from a little before the words that came, for a title. */
    String inPlace() {
        int from = 0;
        int words = Phrasing.words(leadAfter);
        for (int i = 1; words > FEW && i < leadAfter.length(); i++) {
            if (Character.isWhitespace(leadAfter.charAt(i - 1)) && !Character.isWhitespace(leadAfter.charAt(i))) {
                from = Phrasing.words(leadAfter.substring(i)) > LITTLE ? 0 : i;
                if (from > 0) {
                    break;
                }
            }
        }
        return (from > 0 ? "… " : "") + leadAfter.substring(from) + came + tailAfter;
    }

    private static String words(String text) {
        return (Phrasing.words(text) == 1 ? "the word " : "the words ") + Phrasing.excerpt(fragment(text), MOST_WORDS);
    }

    /** Words out of the middle of a sentence, without the mark that joined them to what stood before. */
    static String fragment(String text) {
        int from = 0;
        while (from < text.length() - 1 && ",.;:)]|–—- \n".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }

    private static String were(String text) {
        return Phrasing.words(text) == 1 ? "was" : "were";
    }

    /** Changed words with some of those beside them on their side, and the beginning of their sentence, where its subject stands. */
    private String around(boolean ofCame) {
        String middle = ofCame ? came : went;
        String tail = ofCame ? tailAfter : tailBefore;
        StringBuilder text = new StringBuilder(lead(ofCame ? leadAfter : leadBefore));
        if (Phrasing.words(middle) > MOST_WORDS + NEAR) {
            boolean apart = Character.isWhitespace(middle.charAt(0));
            text.append(apart ? " " : "").append(Phrasing.cut(middle, MOST_WORDS));
            return "“" + Phrasing.line(text.toString()) + "”";
        }
        int to = wordsFromStart(tail);
        text.append(middle).append(tail, 0, to).append(to < tail.length() ? " …" : "");
        return "“" + Phrasing.line(text.toString()) + "”";
    }

    /** The first and the last words before changed ones. */
    private static String lead(String lead) {
        int from = wordsFromEnd(lead);
        if (from == 0) {
            return lead;
        }
        int to = 0;
        for (int words = 0; to < from && words < CONTEXT; to++) {
            if (Character.isWhitespace(lead.charAt(to)) && to > 0 && !Character.isWhitespace(lead.charAt(to - 1))) {
                words++;
            }
        }
        return lead.substring(0, to) + " … " + lead.substring(from);
    }

    private static int wordsFromEnd(String text) {
        if (Phrasing.words(text) <= NEAR) {
            return 0;
        }
        int words = 0;
        for (int i = text.length() - 1; i > 0; i--) {
            if (!Character.isWhitespace(text.charAt(i))
                    && Character.isWhitespace(text.charAt(i - 1))
                    && ++words == CONTEXT) {
                return i;
            }
        }
        return 0;
    }

    private static int wordsFromStart(String text) {
        if (Phrasing.words(text) <= NEAR) {
            return text.length();
        }
        int words = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))
                    && !Character.isWhitespace(text.charAt(i - 1))
                    && ++words == CONTEXT) {
                return i;
            }
        }
        return text.length();
    }
}
