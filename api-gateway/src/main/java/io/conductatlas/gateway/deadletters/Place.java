package io.conductatlas.gateway.deadletters;

import io.conductatlas.events.Topic;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a dead letter lies.
 *
 * @param topic a dead-letter topic
 */
public record Place(String topic, int partition, long offset) {

    /** The consumer group whose dead letters a topic holds; empty if it is no dead-letter topic of ours. */
    public static Optional<Box> box(String topic) {
        return Arrays.stream(Topic.values())
                .flatMap(known -> known.consumerGroups().stream()
                        .filter(group -> known.deadLetterTopic(group).equals(topic))
                        .map(group -> new Box(topic, known.topicName(), group)))
                .findFirst();
    }

    @Override
    public String toString() {
        return "%s/%d/%d".formatted(topic, partition, offset);
    }

    /** The dead letters of one group on one topic. */
    public record Box(String topic, String original, String group) {}
}
