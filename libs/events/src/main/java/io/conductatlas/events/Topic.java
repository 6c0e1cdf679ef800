package io.conductatlas.events;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The topics, and who reads them; the one place that creation, consumers and documentation agree on. */
public enum Topic {
    /** Platforms and sources as whole states. */
    SOURCES("atlas.sources", true, null, "fetcher", "differ", "gateway"),
    /** What came of each attempt to fetch. */
    CAPTURES("atlas.captures", false, null, "differ", "alert", "gateway"),
    /** Versions, changes, refusals, variants and dates. */
    CHANGES("atlas.changes", false, null, "classifier", "alert", "gateway"),
    /** What documents hold and what changes mean. */
    ASSESSMENTS("atlas.assessments", false, null, "alert", "gateway"),
    /** What our staff decided. */
    REVIEWS("atlas.reviews", false, null, "differ", "classifier", "gateway"),
    /** Subscribers, subscriptions and endpoints as whole states. */
    SUBSCRIPTIONS("atlas.subscriptions", true, null, "alert", "gateway"),
    /** What subscribers were told, and what was withheld from them. */
    DELIVERIES("atlas.deliveries", false, Duration.ofDays(90), "gateway");

    /** Partitions of each topic unless a deployment says otherwise. */
    public static final int PARTITIONS = 12;

    private final String topicName;
    private final boolean compacted;
    private final Optional<Duration> retention;
    private final List<String> consumerGroups;

    Topic(
            String topicName,
            boolean compacted,
            @org.jspecify.annotations.Nullable Duration retention,
            String... consumerGroups) {
        this.topicName = topicName;
        this.compacted = compacted;
        this.retention = Optional.ofNullable(retention);
        this.consumerGroups = List.of(consumerGroups);
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Whether Kafka keeps the last record of each key only. */
    public boolean compacted() {
        return compacted;
    }

    /** How long records are kept; empty means for ever. */
    public Optional<Duration> retention() {
        return retention;
    }

    /** The consumer groups that read this topic; each has a dead-letter topic of its own. */
    public List<String> consumerGroups() {
        return consumerGroups;
    }

    /** Where {@code group} puts the records of this topic that it can never handle. */
    public String deadLetterTopic(String group) {
        if (!consumerGroups.contains(group)) {
            throw new IllegalArgumentException(group + " does not read " + topicName);
        }
        return topicName + "." + group + ".dlq";
    }

    /** The topic of that name in Kafka. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
