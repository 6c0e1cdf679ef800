package io.conductatlas.gateway.deadletters;

import java.time.Instant;

/**
 * A dead letter that our staff wanted sent again, and that Kafka had dropped by then. Nobody got it.
 *
 * @param topic the dead-letter topic, with partition and offset there
 * @param actor who asked
 */
public record LostLetter(
        String topic, int partitionNumber, long position, String actor, String reason, Instant askedAt) {

    public Place place() {
        return new Place(topic, partitionNumber, position);
    }
}
