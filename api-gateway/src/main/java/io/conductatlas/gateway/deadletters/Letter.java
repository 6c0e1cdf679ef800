package io.conductatlas.gateway.deadletters;

import io.conductatlas.delivery.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its bytes.
 *
 * @param failure the class of the consumer's failure
 * @param reason what the failure said
 * @param eventId as the record says it; it may say anything
 * @param size of the value in bytes
 * @param state what our staff have asked for
 */
public record Letter(
        Place place,
        String group,
        String original,
        String failure,
        String reason,
        @Nullable String eventId,
        @Nullable String eventType,
        int size,
        Instant since,
        State state) {

    /** What becomes of a letter. */
    public enum State {
        OPEN,
        /** It is about to be sent again. */
        REPLAYING,
        REPLAYED,
        /** It was to be sent again, but Kafka had dropped it by then: nobody got it. */
        LOST,
        DISCARDED
    }

    static Letter of(DeadLetter letter, Place.Box box, State state) {
        byte[] value = letter.record().value();
        return new Letter(
                new Place(
                        box.topic(),
                        letter.record().partition(),
                        letter.record().offset()),
                box.group(),
                letter.topic(),
                letter.failure().isEmpty() ? "unknown" : letter.failure(),
                letter.reason(),
                letter.eventId().orElse(null),
                letter.eventType().orElse(null),
                value == null ? 0 : value.length,
                letter.since(),
                state);
    }

    /** Whether nobody has dealt with it yet. */
    public boolean open() {
        return state == State.OPEN || state == State.REPLAYING;
    }
}
