package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.tables.EntryChange;
import io.conductatlas.documents.tables.Row;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What it means for a provision that an answer in a table's row turned. In such a row "no" is no negation of words beside it: whether
 * more or less is done lies in the answer and in the question over it.
 */
final class TurnedAnswers {
    private static final int CLEAR = 3;

    /** Questions about what people may do: "yes" is in their favour. */
    private static final Pattern ABOUT_CHOICES = Pattern.compile(
            "opt|limit|choice|choose|control|object|delet|eras|refus|withdraw|disable|consent",
            Pattern.CASE_INSENSITIVE);

    private final Subject subject;
    private final List<EntryChange> turned;

    TurnedAnswers(Subject subject) {
        this.subject = subject;
        this.turned = subject.entries().stream()
                .filter(entry -> !entry.turns().isEmpty())
                .toList();
    }

    /**
     * How far a provision that these hunks changed reaches further (above 0) or less far (below 0); 0 where that cannot be said, and
     * empty where no answer turned in them.
     *
     * @param promise whether the provision gives people something: of that a turned answer says nothing
     */
    OptionalInt shift(List<Integer> hunks, boolean promise) {
        boolean any = false;
        boolean yes = false;
        boolean no = false;
        boolean unclear = promise;
        for (EntryChange entry : turned) {
            if (hunks.stream()
                    .anyMatch(number -> isIn(entry, subject.diff().hunks().get(number)))) {
                any = true;
                for (EntryChange.Turn turn : entry.turns()) {
                    yes |= turn.toYes();
                    no |= !turn.toYes();
                    unclear |= turn.column() < entry.header().size()
                            && ABOUT_CHOICES
                                    .matcher(entry.header().get(turn.column()))
                                    .find();
                }
            }
        }
        return any ? OptionalInt.of(unclear || yes == no ? 0 : yes ? CLEAR : -CLEAR) : OptionalInt.empty();
    }

    /** Whether these words of the new text stand in a row whose answer turned. */
    boolean turnedIn(List<Quote> words) {
        return turned.stream()
                .map(EntryChange::after)
                .anyMatch(row -> row != null
                        && words.stream().anyMatch(quote -> EntryTeller.meets(row, quote.start(), quote.end())));
    }

    private static boolean isIn(EntryChange entry, Hunk hunk) {
        Row after = entry.after();
        return after != null && EntryTeller.meets(after, hunk.afterStart(), hunk.afterEnd());
    }
}
