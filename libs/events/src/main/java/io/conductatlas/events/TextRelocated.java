package io.conductatlas.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A passage left one document of a platform and stands, new, in one or more others; told when the later of the changes is seen,
 * before that change itself.
 *
 * @param document the one whose capture showed it
 * @param from where the passage was: a stretch of the text before that document's change
 * @param to where it is now: stretches of texts after their documents' changes; more than one where it was split
 * @param resemblance of the words then and now, from 0 to 1
 * @param weakened whether words were lost on the way
 * @param wordsLost what it said and no longer says, in the order of the old text; shortened where it is very much
 */
public record TextRelocated(
        UUID eventId,
        PlatformRef platform,
        DocumentRef document,
        RelocatedPassage from,
        List<RelocatedPassage> to,
        double resemblance,
        boolean weakened,
        List<String> wordsLost,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements ChangeEvent {
    public TextRelocated {
        to = List.copyOf(to);
        wordsLost = List.copyOf(wordsLost);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("what went nowhere was not relocated");
        }
        if (!(resemblance >= 0 && resemblance <= 1)) {
            throw new IllegalArgumentException("resemblance must be from 0 to 1, was " + resemblance);
        }
    }

    @Override
    public String subject() {
        return from.changeId();
    }
}
