package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.DiffBlock;
import io.conductatlas.gateway.pages.parts.DiffView;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Run;
import io.conductatlas.gateway.readmodel.HunkView;
import io.conductatlas.gateway.readmodel.SentenceView;
import io.conductatlas.gateway.readmodel.SpanView;
import io.conductatlas.gateway.readmodel.VersionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arranges hunks for reading: old and new words beside each other or interleaved, equal text between them folded away. */
final class DiffAssembler {
    private static final int UNFOLDABLE = 400;

    private final Optional<VersionText> newText;
    private final boolean inline;
    private final List<DiffBlock> blocks = new ArrayList<>();
    private final List<Link> places = new ArrayList<>();
    private int read;

    private DiffAssembler(Optional<VersionText> newText, boolean inline) {
        this.newText = newText;
        this.inline = inline;
    }

    /**
     * The comparison.
     *
     * @param hunks in the order of the new text
     * @param newText where it can be read: what is equal between the hunks is shown from it
     */
    static DiffView assemble(List<HunkView> hunks, Optional<VersionText> newText, boolean inline) {
        DiffAssembler assembler = new DiffAssembler(newText, inline);
        hunks.forEach(assembler::add);
        newText.ifPresent(text -> assembler.unchangedUpTo(text.text().length()));
        return new DiffView(inline, assembler.blocks, assembler.places);
    }

    private void add(HunkView hunk) {
        newText.ifPresent(text -> {
            if (hunk.afterStart() >= read && hunk.afterEnd() <= text.text().length()) {
                unchangedUpTo(hunk.afterStart());
                read = Math.max(read, hunk.afterEnd());
            }
        });
        int number = places.size() + 1;
        String anchor = "change-" + number;
        places.add(new Link(anchor, String.valueOf(number)));
        blocks.add(block(hunk, anchor));
    }

    private void unchangedUpTo(int end) {
        List<String> lines = new ArrayList<>();
        newText.ifPresent(text -> {
            for (SentenceView sentence : text.sentences()) {
                if (sentence.start() >= read && sentence.end() <= end) {
                    lines.add(text.text().substring(sentence.start(), sentence.end()));
                }
            }
        });
        if (!lines.isEmpty()) {
            blocks.add(DiffBlock.ofUnchanged(lines.size() <= UNFOLDABLE ? lines : shortened(lines), lines.size()));
        }
    }

    private static List<String> shortened(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.subList(0, UNFOLDABLE / 2));
        shown.add("… (the whole text is on the version's page)");
        shown.addAll(lines.subList(lines.size() - UNFOLDABLE / 2, lines.size()));
        return shown;
    }

    private DiffBlock block(HunkView hunk, String anchor) {
        String kind = hunk.kind().toLowerCase(Locale.ROOT);
        List<Run> before = new ArrayList<>();
        List<Run> after = new ArrayList<>();
        List<Run> joined = new ArrayList<>();
        for (SpanView span : hunk.spans()) {
            switch (span.kind()) {
                case EQUAL -> {
                    before.add(Run.kept(span.text()));
                    after.add(Run.kept(span.text()));
                    joined.add(Run.kept(span.text()));
                }
                case DELETED -> {
                    before.add(Run.removed(span.text()));
                    joined.add(Run.removed(span.text()));
                }
                case INSERTED -> {
                    after.add(Run.added(span.text()));
                    joined.add(Run.added(span.text()));
                }
            }
        }
        return new DiffBlock(
                kind,
                badge(kind),
                anchor,
                where(hunk),
                note(hunk, kind),
                present(hunk.before()) ? before : List.of(),
                present(hunk.after()) ? after : List.of(),
                joined,
                false,
                List.of(),
                0);
    }

    private static boolean present(@Nullable String words) {
        return words != null && !words.isEmpty();
    }

    private static Badge badge(String kind) {
        return switch (kind) {
            case "inserted" -> Badge.good("Added");
            case "deleted" -> Badge.bad("Removed");
            case "moved" -> Badge.plain("Moved");
            default -> new Badge("accent", "Edited");
        };
    }

    private static String where(HunkView hunk) {
        String after = hunk.sectionAfter();
        String before = hunk.sectionBefore();
        String path = present(after) ? after : before;
        return path == null ? "" : path;
    }

    private static @Nullable String note(HunkView hunk, String kind) {
        String before = hunk.sectionBefore();
        boolean elsewhere =
                present(before) && present(hunk.sectionAfter()) && !Objects.equals(before, hunk.sectionAfter());
        if (kind.equals("moved")) {
            return elsewhere ? "from “" + before + "”" : "within its section";
        }
        return elsewhere ? "before in “" + before + "”" : null;
    }
}
