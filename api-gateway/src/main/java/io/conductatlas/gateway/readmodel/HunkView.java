package io.conductatlas.gateway.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a Change.
 *
 * @param kind {@code INSERTED}, {@code DELETED}, {@code EDITED} or {@code MOVED}
 * @param sectionBefore the path of headings in the old text; null with {@code INSERTED}
 * @param sectionAfter the path of headings in the new text; null with {@code DELETED}
 * @param before the words as they were; null with {@code INSERTED}
 * @param after the words as they are; null with {@code DELETED}
 * @param afterStart where it begins in the new text; with {@code DELETED} the place it would have
 * @param afterEnd just after its last character in the new text
 * @param spans both texts interleaved: without the inserted ones they are {@code before}, without the deleted ones
 *     {@code after}
 */
public record HunkView(
        String kind,
        @Nullable String sectionBefore,
        @Nullable String sectionAfter,
        @Nullable String before,
        @Nullable String after,
        int afterStart,
        int afterEnd,
        List<SpanView> spans) {
    public HunkView {
        spans = List.copyOf(spans);
    }
}
