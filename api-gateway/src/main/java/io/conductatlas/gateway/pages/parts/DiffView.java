package io.conductatlas.gateway.pages.parts;

import java.util.List;

/**
 * A comparison of two texts.
 *
 * @param inline whether old and new words are shown interleaved rather than side by side
 * @param places links to each place
 */
public record DiffView(boolean inline, List<DiffBlock> blocks, List<Link> places) {
    public DiffView {
        blocks = List.copyOf(blocks);
        places = List.copyOf(places);
    }
}
