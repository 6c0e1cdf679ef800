package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Wording;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.clauses.phrases.Words;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds weak and strong words that took one another's place in edited sentences. */
final class WordingReader {
    /** Not as a part of a compound such as "do-not-track". */
    private static final Pattern NEGATION =
            Pattern.compile("(?<![\\w-])(?:not|never|cannot)(?![\\w-])|n['’]t\\b", Pattern.CASE_INSENSITIVE);

    private static final int FEW_WORDS = 8;
    private static final int CLEAR = 2;

    /** Words that came or went, with the place they have on their side. */
    record Found(Wording wording, boolean gained, Quote words) {}

    private record Kind(Wording wording, int[] phrases) {}

    private record Piece(int start, int end, String other) {}

    private final PhraseBook book;
    private final List<Kind> kinds = new ArrayList<>();

    WordingReader(Catalogue catalogue) {
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        for (Wording wording : catalogue.wordings()) {
            kinds.add(new Kind(
                    wording, wording.any().stream().mapToInt(builder::add).toArray()));
        }
        this.book = builder.build();
    }

    /** Those of one hunk; an inserted or deleted sentence has none, for it replaces nothing. */
    List<Found> read(Hunk hunk, String before, String after) {
        if (hunk.kind() != HunkKind.EDITED) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        found.addAll(side(before, hunk.beforeStart(), hunk.beforeEnd(), pieces(hunk, WordSpan.Op.DELETE), false));
        found.addAll(side(after, hunk.afterStart(), hunk.afterEnd(), pieces(hunk, WordSpan.Op.INSERT), true));
        // what stands on both sides only moved within the sentence
        return found.stream()
                .filter(one -> found.stream()
                        .noneMatch(other -> other.gained() != one.gained()
                                && other.wording().equals(one.wording())))
                .toList();
    }

    /**
     * How many negations an edited sentence lost; negative where it gained some. One that came or went with a clause of its own negates
     * that clause, and turns nothing of what stood there.
     */
    static int negationsLost(Hunk hunk) {
        if (hunk.kind() != HunkKind.EDITED) {
            return 0;
        }
        return hunk.words().stream()
                .filter(span -> Phrasing.words(span.text()) <= FEW_WORDS)
                .mapToInt(span -> switch (span.op()) {
                    case EQUAL -> 0;
                    case DELETE -> negations(span.text());
                    case INSERT -> -negations(span.text());
                })
                .sum();
    }

    static boolean negated(String text) {
        return negations(text) > 0;
    }

    private static int negations(String text) {
        return (int) NEGATION.matcher(text).results().count();
    }

    private List<Found> side(String text, int from, int to, List<Piece> pieces, boolean gained) {
        List<Found> found = new ArrayList<>();
        Words words = book.read(text, from, to);
        java.util.BitSet occurring = book.search(words);
        for (Kind kind : kinds) {
            for (int phrase : kind.phrases()) {
                if (!occurring.get(phrase)) {
                    continue;
                }
                for (PhraseBook.Match match : book.matches(phrase, words)) {
                    int start = words.start(match.from());
                    int end = words.end(match.to() - 1);
                    if (changed(pieces, start, end, Math.abs(kind.wording().strength()))) {
                        found.add(new Found(kind.wording(), gained, Quote.of(text, start, end)));
                    }
                }
            }
        }
        return found;
    }

    /** A common word counts only where it stands for a few others; one that says much counts wherever it is new. */
    private static boolean changed(List<Piece> pieces, int start, int end, int strength) {
        return pieces.stream()
                .anyMatch(piece -> piece.start() < end
                        && start < piece.end()
                        && (strength >= CLEAR
                                || !piece.other().isBlank() && Phrasing.words(piece.other()) <= FEW_WORDS));
    }

    /** The runs of one side, each with what stood in its place on the other. */
    private static List<Piece> pieces(Hunk hunk, WordSpan.Op op) {
        List<Piece> pieces = new ArrayList<>();
        int at = op == WordSpan.Op.DELETE ? hunk.beforeStart() : hunk.afterStart();
        List<WordSpan> spans = hunk.words();
        for (int i = 0; i < spans.size(); i++) {
            WordSpan span = spans.get(i);
            int length = span.text().length();
            if (span.op() == op) {
                pieces.add(new Piece(at, at + length, neighbour(spans, i, op)));
                at += length;
            } else if (span.op() == WordSpan.Op.EQUAL) {
                at += length;
            }
        }
        return pieces;
    }

    private static String neighbour(List<WordSpan> spans, int at, WordSpan.Op op) {
        WordSpan.Op wanted = op == WordSpan.Op.DELETE ? WordSpan.Op.INSERT : WordSpan.Op.DELETE;
        for (int i : new int[] {at - 1, at + 1}) {
            if (i >= 0 && i < spans.size() && spans.get(i).op() == wanted) {
                return spans.get(i).text();
            }
        }
        return "";
    }
}
