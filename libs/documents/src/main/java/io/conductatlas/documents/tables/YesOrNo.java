package io.conductatlas.documents.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads cells that hold an answer and nothing else. */
final class YesOrNo {
    private static final Set<String> YES = Set.of("yes", "y", "ja", "oui", "sí", "si", "sì", "true", "✓", "✔", "✅");
    private static final Set<String> NO = Set.of("no", "n", "nein", "non", "false", "✗", "✘", "✕", "❌");
    private static final String SIGNS = "✓✔✅✗✘✕❌";

    private YesOrNo() {}

    /** The cells that give the other answer than before; none where the two rows have not the same columns. */
    static List<EntryChange.Turn> turns(Row before, Row after) {
        List<EntryChange.Turn> turns = new ArrayList<>();
        if (before.cells().size() != after.cells().size()) {
            return turns;
        }
        for (int i = 0; i < before.cells().size(); i++) {
            String was = answer(before.cells().get(i));
            String is = answer(after.cells().get(i));
            if (NO.contains(was) && YES.contains(is)) {
                turns.add(new EntryChange.Turn(i, true));
            } else if (YES.contains(was) && NO.contains(is)) {
                turns.add(new EntryChange.Turn(i, false));
            }
        }
        return turns;
    }

    static boolean isSign(int character) {
        return SIGNS.indexOf(character) >= 0;
    }

    private static String answer(Cell cell) {
        String text = cell.text().strip().toLowerCase(Locale.ROOT);
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
