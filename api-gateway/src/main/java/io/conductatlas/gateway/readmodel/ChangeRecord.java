package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.RegulationTag;
import java.util.List;

/**
 * A Change in full.
 *
 * @param entries of tables and lists that came, went or changed
 * @param provisionChanges all of them
 * @param blocks the summary's paragraphs in the order they are read
 * @param relocations passages that went to another document with it, or came from one
 * @param earlier other Changes of the document before this one, the newest first, at most ten
 * @param reviews what our staff decided about its assessment, the newest first; the first is in force
 */
public record ChangeRecord(
        ChangeView change,
        List<HunkView> hunks,
        List<EntryView> entries,
        List<ProvisionChange> provisionChanges,
        List<RegulationTag> regulations,
        List<TextBlock> blocks,
        List<RelocationView> relocations,
        List<ChangeView> earlier,
        List<ReviewView> reviews) {
    public ChangeRecord {
        hunks = List.copyOf(hunks);
        entries = List.copyOf(entries);
        provisionChanges = List.copyOf(provisionChanges);
        regulations = List.copyOf(regulations);
        blocks = List.copyOf(blocks);
        relocations = List.copyOf(relocations);
        earlier = List.copyOf(earlier);
        reviews = List.copyOf(reviews);
    }

    /** What can be told of a change while its objects cannot be read. */
    public static ChangeRecord withoutWords(ChangeView change) {
        AssessmentView assessment = change.assessment();
        return new ChangeRecord(
                change,
                List.of(),
                List.of(),
                assessment == null ? List.of() : assessment.provisionChanges(),
                assessment == null ? List.of() : assessment.regulations(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
