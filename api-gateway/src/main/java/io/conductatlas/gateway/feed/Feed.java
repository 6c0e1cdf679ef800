package io.conductatlas.gateway.feed;

import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A feed before it is written.
 *
 * @param id a tag URI that never changes
 * @param self the feed's own address
 * @param page the page it belongs to
 * @param changes the newest first, each assessed
 */
record Feed(String id, String title, String self, String page, List<ChangeView> changes) {
    /** Whose ids these are; never changes, wherever the service runs. */
    static final String AUTHORITY = "tag:conductatlas.example,2026:";

    /** How many changes a feed holds at most. */
    static final int ENTRIES = 100;

    Feed {
        changes = changes.stream().filter(change -> change.assessment() != null).toList();
    }

    /** When anything in it last changed; the epoch for an empty feed, so that it does not seem to change by itself. */
    Instant updated() {
        return changes.stream()
                .map(Feed::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    static Instant updated(ChangeView change) {
        return Optional.ofNullable(change.assessment())
                .map(AssessmentView::recordedAt)
                .filter(Objects::nonNull)
                .filter(assessed -> assessed.isAfter(change.recordedAt()))
                .orElse(change.recordedAt());
    }
}
