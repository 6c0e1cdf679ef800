package io.conductatlas.cli.replay;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.SiblingTexts;
import io.conductatlas.documents.relocation.ChangedDocument;
import io.conductatlas.documents.relocation.Relocation;
import io.conductatlas.documents.relocation.RelocationFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Passages that went from one document to another of the same folder, found among all changes of meaning. */
final class MovesBetween {
    private static final Duration WINDOW = Duration.ofDays(14);
    private static final int LONGEST = 80;

    private final Map<Path, List<ChangedDocument>> changes = new LinkedHashMap<>();
    private final Map<Path, List<AgreementText>> last = new LinkedHashMap<>();

    /**
     * A passage that moved.
     *
     * @param at when both the loss and the appearance had been seen
     * @param words the beginning of what moved
     */
    record Move(Instant at, String from, String to, boolean weakened, double resemblance, String words) {
        String detail() {
            return "to " + to + (weakened ? ", weakened" : "")
                    + String.format(Locale.ROOT, ", %.2f of its words: “%s”", resemblance, words);
        }
    }

    /** @param folder which the document's own folder lies in */
    void add(Path folder, DocumentReplay replay, String document) {
        List<ChangedDocument> together = changes.computeIfAbsent(folder, key -> new ArrayList<>());
        replay.changes()
                .forEach(change ->
                        together.add(new ChangedDocument(document, change.before(), change.after(), change.at())));
        replay.last()
                .ifPresent(text ->
                        last.computeIfAbsent(folder, key -> new ArrayList<>()).add(text));
    }

    List<Move> find() {
        List<Move> moves = new ArrayList<>();
        changes.forEach((folder, together) -> {
            List<ChangedDocument> known = numbered(together);
            new RelocationFinder(WINDOW)
                    .find(known, SiblingTexts.of(last.getOrDefault(folder, List.of())))
                    .forEach(relocation -> add(relocation, together, moves));
        });
        return moves;
    }

    /** Each change by its number, so that a passage can be traced to it. */
    private static List<ChangedDocument> numbered(List<ChangedDocument> changes) {
        List<ChangedDocument> numbered = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ChangedDocument change = changes.get(i);
            numbered.add(new ChangedDocument(Integer.toString(i), change.before(), change.after(), change.at()));
        }
        return numbered;
    }

    private static void add(Relocation relocation, List<ChangedDocument> together, List<Move> moves) {
        ChangedDocument left = together.get(Integer.parseInt(relocation.from()));
        List<ChangedDocument> came = relocation.parts().stream()
                .map(part -> together.get(Integer.parseInt(part.document())))
                .toList();
        if (came.stream().anyMatch(change -> change.document().equals(left.document()))) {
            return;
        }
        Instant at = came.stream().map(ChangedDocument::at).reduce(left.at(), (a, b) -> a.isAfter(b) ? a : b);
        String words = left.before()
                .text()
                .substring(relocation.start(), relocation.end())
                .replace('\n', ' ');
        moves.add(new Move(
                at,
                left.document(),
                came.stream().map(ChangedDocument::document).distinct().collect(Collectors.joining(" and ")),
                relocation.kind() == Relocation.Kind.RELOCATED_AND_WEAKENED,
                relocation.resemblance(),
                words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…"));
    }
}
