package io.conductatlas.gateway.pages.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a comparison, or what is equal between two places.
 *
 * @param style the class of the style sheet
 * @param anchor its name in the page; empty for what is unchanged
 * @param where the headings it stands under
 * @param note such as where moved words were before
 * @param before the old words with what was taken out marked; empty for what is new
 * @param after the new words with what was put in marked; empty for what is gone
 * @param joined both interleaved
 * @param lines with unchanged text: its sentences, or as many as are shown
 * @param count with unchanged text: how many sentences there are
 */
public record DiffBlock(
        String style,
        Badge badge,
        String anchor,
        String where,
        @Nullable String note,
        List<Run> before,
        List<Run> after,
        List<Run> joined,
        boolean unchanged,
        List<String> lines,
        int count) {
    public DiffBlock {
        before = List.copyOf(before);
        after = List.copyOf(after);
        joined = List.copyOf(joined);
        lines = List.copyOf(lines);
    }

    /** Sentences between two places, folded away. */
    public static DiffBlock ofUnchanged(List<String> lines, int count) {
        return new DiffBlock(
                "unchanged",
                Badge.plain("Unchanged"),
                "",
                "",
                null,
                List.of(),
                List.of(),
                List.of(),
                true,
                lines,
                count);
    }
}
