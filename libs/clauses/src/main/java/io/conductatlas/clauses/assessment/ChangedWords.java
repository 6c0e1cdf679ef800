package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * The very words that came and went, on each side of a change. What surrounds them in an edited sentence did not change,
 * and nothing is said of it.
 */
final class ChangedWords {
    /**
     * A run of changed words.
     *
     * @param end equal to {@code start} where the words stood on the other side only
     */
    record Run(int start, int end, int hunk) {
        boolean meets(int from, int to) {
            return start == end ? from <= start && start <= to : start < to && from < end;
        }
    }

    private final List<Run> before = new ArrayList<>();
    private final List<Run> after = new ArrayList<>();

    ChangedWords(Diff diff) {
        List<Hunk> hunks = diff.hunks();
        for (int i = 0; i < hunks.size(); i++) {
            if (ofMeaning(hunks.get(i))) {
                add(hunks.get(i), i);
            }
        }
    }

    /** Whether a hunk can change what a provision says. */
    static boolean ofMeaning(Hunk hunk) {
        return hunk.kind() != HunkKind.MOVED
                && (hunk.changeClass() == ChangeClass.SUBSTANTIVE || hunk.changeClass() == ChangeClass.DATE_OR_NUMBER);
    }

    private void add(Hunk hunk, int number) {
        if (hunk.kind() == HunkKind.INSERTED) {
            after.add(new Run(hunk.afterStart(), hunk.afterEnd(), number));
        } else if (hunk.kind() == HunkKind.DELETED) {
            before.add(new Run(hunk.beforeStart(), hunk.beforeEnd(), number));
        } else {
            int old = hunk.beforeStart();
            int fresh = hunk.afterStart();
            for (WordSpan span : hunk.words()) {
                int length = span.text().length();
                switch (span.op()) {
                    case EQUAL -> {
                        old += length;
                        fresh += length;
                    }
                    case DELETE -> {
                        before.add(new Run(old, old + length, number));
                        after.add(new Run(fresh, fresh, number));
                        old += length;
                    }
                    case INSERT -> {
                        after.add(new Run(fresh, fresh + length, number));
                        before.add(new Run(old, old, number));
                        fresh += length;
                    }
                }
            }
        }
    }

    private List<Run> on(Basis.Side side) {
        return side == Basis.Side.BEFORE ? before : after;
    }

    /** Whether words changed inside or at the edges of a stretch of text. */
    boolean meet(Basis.Side side, Quote words) {
        return on(side).stream().anyMatch(run -> run.meets(words.start(), words.end()));
    }

    /** The runs that changed words of a stretch of text. */
    List<Run> runs(Basis.Side side, Quote words) {
        return on(side).stream()
                .filter(run -> run.meets(words.start(), words.end()))
                .toList();
    }

    /** All runs of these hunks on a side. */
    List<Run> runs(Basis.Side side, List<Integer> hunks) {
        return on(side).stream().filter(run -> hunks.contains(run.hunk())).toList();
    }

    /** The numbers of the hunks that changed words of these quotes, in order. */
    List<Integer> hunks(Basis.Side side, List<Quote> quotes) {
        return on(side).stream()
                .filter(run -> quotes.stream().anyMatch(quote -> run.meets(quote.start(), quote.end())))
                .map(Run::hunk)
                .distinct()
                .sorted()
                .toList();
    }

    /** How much of these quotes changed, from 0 to 1. */
    double share(Basis.Side side, List<Quote> quotes) {
        int changed = 0;
        int all = 0;
        for (Quote quote : quotes) {
            all += quote.end() - quote.start();
            for (Run run : on(side)) {
                changed += Math.max(0, Math.min(run.end(), quote.end()) - Math.max(run.start(), quote.start()));
            }
        }
        return all == 0 ? 0 : (double) changed / all;
    }
}
