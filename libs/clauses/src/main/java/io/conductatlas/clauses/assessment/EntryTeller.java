package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.tables.Cell;
import io.conductatlas.documents.tables.EntryChange;
import io.conductatlas.documents.tables.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Tells which entries of tables and lists came, went or say something else, each by its own words. */
final class EntryTeller {
    private static final int MOST_NAMED = 4;
    private static final int MOST_STATEMENTS = 6;
    private static final int LONGEST_NAME = 12;
    /** A name of fewer words may stand anywhere. */
    private static final int SHORTEST_STATEMENT = 5;

    private static final int BEGINNING = 8;

    private final Subject subject;
    private final List<EntryChange> entries;
    private final TreeSet<Integer> telling;

    EntryTeller(Subject subject) {
        this.subject = subject;
        this.telling = new TreeSet<>(Matters.telling(subject));
        this.entries = subject.entries().stream()
                .filter(entry -> !basis(entry).isEmpty() && !standsInText(entry))
                .toList();
    }

    /** Whether what an entry that came or went is called stands on the other side as well; what it says besides, other entries say too. */
    private boolean standsInText(EntryChange entry) {
        String words = entry.entry().cells().stream()
                .map(Cell::text)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .filter(text -> Phrasing.words(text) >= SHORTEST_STATEMENT)
                // a long entry that was rewritten in part still begins as it did
                .map(text -> Phrasing.firstWords(text, BEGINNING))
                .orElse("");
        return !words.isEmpty()
                && switch (entry.kind()) {
                    case ADDED -> Phrasing.line(subject.before().text()).contains(words);
                    case REMOVED -> Phrasing.line(subject.after().text()).contains(words);
                    case CHANGED -> false;
                };
    }

    /** Answers that turned come first, each on its own; then what came, went and changed, table by table. */
    List<Statement> tell() {
        List<Statement> statements = new ArrayList<>();
        Map<String, List<EntryChange>> alike = new LinkedHashMap<>();
        for (EntryChange entry : entries) {
            turned(entry).ifPresent(statements::add);
            if (entry.turns().isEmpty()) {
                alike.computeIfAbsent(entry.kind() + entry.heading(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        alike.values().forEach(group -> statements.add(counted(group)));
        return statements.stream().limit(MOST_STATEMENTS).toList();
    }

    private static Statement statement(String text, List<Basis> basis) {
        return new Statement(Phrasing.sentence(text), basis);
    }

    private Optional<Statement> turned(EntryChange entry) {
        List<String> says = new ArrayList<>();
        List<Basis> basis = new ArrayList<>();
        for (EntryChange.Turn turn : entry.turns()) {
            Cell was = Objects.requireNonNull(entry.before()).cells().get(turn.column());
            Cell is = entry.entry().cells().get(turn.column());
            String column = turn.column() < entry.header().size()
                    ? entry.header().get(turn.column()).strip()
                    : "";
            says.add((column.isEmpty() ? "an answer" : Phrasing.excerpt(column, LONGEST_NAME)) + " turned from "
                    + Phrasing.excerpt(was.text()) + " to " + Phrasing.excerpt(is.text()));
            basis.addAll(basis(entry));
        }
        return says.isEmpty()
                ? Optional.empty()
                : Optional.of(statement(
                        "In the entry " + name(entry) + where(entry) + ", " + Phrasing.list(says),
                        basis.stream().distinct().toList()));
    }

    private Statement counted(List<EntryChange> group) {
        EntryChange first = group.get(0);
        String done = switch (first.kind()) {
            case ADDED -> "added to";
            case REMOVED -> "removed from";
            case CHANGED -> "changed in";
        };
        List<String> names = new ArrayList<>(
                group.stream().limit(MOST_NAMED).map(EntryTeller::name).toList());
        if (group.size() > MOST_NAMED) {
            names.add((group.size() - MOST_NAMED) + " more");
        }
        return statement(
                "%s %s a table or list%s: %s"
                        .formatted(
                                Phrasing.number(group.size(), "entry was", "entries were"),
                                done,
                                where(first),
                                Phrasing.list(names)),
                group.stream()
                        .flatMap(entry -> basis(entry).stream())
                        .distinct()
                        .toList());
    }

    private static String where(EntryChange entry) {
        String heading = HunkTeller.where(entry.heading());
        return heading.isEmpty() ? "" : " under " + heading;
    }

    /** The first cell that is more than a number. */
    private static String name(EntryChange entry) {
        return entry.entry().cells().stream()
                .map(Cell::text)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .or(() -> entry.entry().cells().stream().map(Cell::text).findFirst())
                .map(text -> Phrasing.excerpt(text, LONGEST_NAME))
                .orElse("");
    }

    /** Where the entry stands on either side, in a hunk that is told of; empty where it lies in none. */
    private List<Basis> basis(EntryChange entry) {
        List<Basis> basis = new ArrayList<>();
        List<Hunk> hunks = subject.diff().hunks();
        for (int number : telling) {
            Hunk hunk = hunks.get(number);
            Row before = entry.before();
            Row after = entry.after();
            if (before != null && meets(before, hunk.beforeStart(), hunk.beforeEnd())) {
                basis.add(new Basis(Basis.Side.BEFORE, before.start(), before.end(), number));
            }
            if (after != null && meets(after, hunk.afterStart(), hunk.afterEnd())) {
                basis.add(new Basis(Basis.Side.AFTER, after.start(), after.end(), number));
            }
        }
        return basis;
    }

    static boolean meets(Row row, int from, int to) {
        return row.start() < to && from < row.end();
    }
}
