package io.conductatlas.documents.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Puts changes of several documents of one platform into one group, so that somebody who follows them all hears of them at once. A
 * group begins with its first change and takes what comes within the window; a change alone has no group.
 */
public final class ChangeGroups {
    private final Duration window;

    /** @param window how long after a group's first change others still belong to it */
    public ChangeGroups(Duration window) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a window is longer than nothing");
        }
        this.window = window;
    }

    /**
     * Where a change belongs.
     *
     * @param group the group, or nothing while the change is alone
     * @param joining those of the recent changes that had no group and now belong to this one
     */
    public record Membership(Optional<UUID> group, List<DocumentChange> joining) {
        public Membership {
            joining = List.copyOf(joining);
        }
    }

    /**
     * Finds the group of a new change.
     *
     * @param recent the platform's changes of the last two windows, in any order; those of the same document do not count
     * @param ids where a new group's id comes from, asked only if one begins
     */
    public Membership place(DocumentChange change, List<DocumentChange> recent, Supplier<UUID> ids) {
        List<DocumentChange> near = recent.stream()
                .filter(other -> !other.document().equals(change.document()))
                .filter(other -> isWithin(begin(other, recent), change.at()))
                .sorted(Comparator.comparing(DocumentChange::at).thenComparing(DocumentChange::document))
                .toList();
        if (near.isEmpty()) {
            return new Membership(Optional.empty(), List.of());
        }
        UUID group = near.stream()
                .flatMap(other -> other.group().stream())
                .findFirst()
                .orElseGet(ids);
        return new Membership(
                Optional.of(group),
                near.stream().filter(other -> other.group().isEmpty()).toList());
    }

    /** When the group of a change began, or the change itself where it has none. */
    private static Instant begin(DocumentChange change, List<DocumentChange> recent) {
        return recent.stream()
                .filter(other -> change.group().isPresent() && other.group().equals(change.group()))
                .map(DocumentChange::at)
                .min(Comparator.naturalOrder())
                .orElse(change.at());
    }

    private boolean isWithin(Instant begin, Instant at) {
        return !begin.isAfter(at) && Duration.between(begin, at).compareTo(window) <= 0;
    }
}
