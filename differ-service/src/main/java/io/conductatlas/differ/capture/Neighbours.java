package io.conductatlas.differ.capture;

import io.conductatlas.differ.document.Standing;
import io.conductatlas.events.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The texts of a platform's other documents that a new text is compared with, no more of them than there is room for: all are in
 * memory at the same time, and documents differ in length by a factor of a thousand.
 *
 * @param texts of the other documents as they were before any change that came together with the one at hand, those seen last first
 * @param changes of the other documents, in which a passage may have left or come, the oldest first
 */
record Neighbours(List<ObjectRef> texts, List<Standing.SiblingChange> changes) {

    /**
     * Bytes of Markdown, of the texts and of both sides of the changes each: a hundred texts of the usual length, or twelve of the
     * longest known. In memory a change's text takes
     * some eight times as much, with its sentences and an index of its words, and of the heap of 256 MB two comparisons may have their part.
     */
    static final long MOST_BYTES = 4_000_000;

    /** A clause that many documents of a platform get within this time is news in each of them. */
    private static final Duration TOGETHER = Duration.ofHours(24);

    /** Of what there is no room for, the texts seen longest ago and the changes farthest away in time are left out. */
    static Neighbours of(Standing standing, Instant at) {
        Room ofTexts = new Room();
        Room ofChanges = new Room();
        Set<Standing.SiblingChange> nearest = new HashSet<>();
        standing.siblingChanges().stream()
                .sorted(Comparator.comparing(change -> apart(change, at)))
                .filter(change ->
                        ofChanges.take(change.before().size() + change.after().size()))
                .forEach(nearest::add);
        return new Neighbours(
                before(standing, at).stream()
                        .filter(text -> ofTexts.take(text.size()))
                        .toList(),
                standing.siblingChanges().stream().filter(nearest::contains).toList());
    }

    private static List<ObjectRef> before(Standing standing, Instant at) {
        Map<UUID, ObjectRef> texts = new LinkedHashMap<>();
        standing.siblings().forEach(sibling -> texts.put(sibling.documentId(), sibling.markdown()));
        List<Standing.SiblingChange> changes = standing.siblingChanges();
        for (int i = changes.size() - 1; i >= 0; i--) {
            Standing.SiblingChange change = changes.get(i);
            if (apart(change, at).compareTo(TOGETHER) <= 0) {
                texts.replace(change.documentId(), change.before());
            }
        }
        return List.copyOf(texts.values());
    }

    private static Duration apart(Standing.SiblingChange change, Instant at) {
        return Duration.between(change.observedAt(), at).abs();
    }

    private static final class Room {

        private long left = MOST_BYTES;

        /** Takes room for what has so many bytes; false if there is not so much left. */
        boolean take(long bytes) {
            if (bytes > left) {
                return false;
            }
            left -= bytes;
            return true;
        }
    }
}
