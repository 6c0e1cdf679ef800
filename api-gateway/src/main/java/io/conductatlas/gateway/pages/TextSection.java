package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.ProvisionMark;
import io.conductatlas.gateway.readmodel.SectionView;
import io.conductatlas.gateway.readmodel.VersionText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A section of a version's text, in paragraphs of pieces.
 *
 * @param paragraphs each a list of pieces that joined are the archived words
 */
record TextSection(String anchor, String heading, int level, List<List<Piece>> paragraphs) {
    TextSection {
        paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    /**
     * Some words, which may be those of a provision.
     *
     * @param href the provision; null for words of none
     * @param anchor the piece's own name in the page; null for words of none
     * @param title the provision in a few words; null for words of none
     */
    record Piece(
            String text,
            @Nullable String href,
            @Nullable String anchor,
            @Nullable String title) {}

    /** The whole text; where provisions quote the same words, the one that begins first has the mark. */
    static List<TextSection> of(VersionText text, List<ProvisionMark> marks) {
        List<ProvisionMark> apart = apart(text, marks);
        List<TextSection> sections = new ArrayList<>();
        if (text.sections().isEmpty()) {
            sections.add(new TextSection(
                    "text", "", 0, paragraphs(text.text(), 0, text.text().length(), apart)));
        }
        for (SectionView section : text.sections()) {
            int start = Math.min(section.end(), section.start() + headingLength(text.text(), section));
            sections.add(new TextSection(
                    section.anchor(),
                    section.heading(),
                    section.level(),
                    paragraphs(text.text(), start, section.end(), apart)));
        }
        return sections;
    }

    /** Where a provision's words are marked in the page of a version. */
    static String anchorOf(String provisionId, int start) {
        return "quote-" + provisionId + "-" + start;
    }

    private static int headingLength(String text, SectionView section) {
        return text.startsWith(section.heading(), section.start())
                ? section.heading().length()
                : 0;
    }

    private static List<ProvisionMark> apart(VersionText text, List<ProvisionMark> marks) {
        List<ProvisionMark> kept = new ArrayList<>();
        int free = 0;
        for (ProvisionMark mark : marks.stream()
                .sorted(Comparator.comparingInt(ProvisionMark::start).thenComparing(ProvisionMark::provisionId))
                .toList()) {
            if (mark.start() >= free
                    && mark.end() > mark.start()
                    && mark.end() <= text.text().length()) {
                kept.add(mark);
                free = mark.end();
            }
        }
        return kept;
    }

    private static List<List<Piece>> paragraphs(String text, int start, int end, List<ProvisionMark> marks) {
        List<List<Piece>> paragraphs = new ArrayList<>();
        int line = start;
        while (line < end) {
            int newline = text.indexOf('\n', line);
            int stop = newline < 0 || newline > end ? end : newline;
            if (!text.substring(line, stop).isBlank()) {
                paragraphs.add(pieces(text, line, stop, marks));
            }
            line = stop + 1;
        }
        return paragraphs;
    }

    private static List<Piece> pieces(String text, int start, int end, List<ProvisionMark> marks) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        for (ProvisionMark mark : marks) {
            if (mark.start() < end && mark.end() > start) {
                cuts.add(Math.max(start, mark.start()));
                cuts.add(Math.min(end, mark.end()));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = start;
        for (int cut : cuts.tailSet(start, false)) {
            pieces.add(piece(text.substring(from, cut), from, marks));
            from = cut;
        }
        return pieces;
    }

    private static Piece piece(String words, int at, List<ProvisionMark> marks) {
        for (ProvisionMark mark : marks) {
            if (mark.start() <= at && at < mark.end()) {
                String anchor = at == mark.start() ? anchorOf(mark.provisionId(), at) : null;
                return new Piece(words, Hrefs.provision(mark.provisionId()), anchor, mark.title());
            }
        }
        return new Piece(words, null, null, null);
    }
}
