package io.conductatlas.delivery;

import io.conductatlas.events.Topic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How topics are made where they are missing. What exists is left as it is. */
@ConfigMapping(prefix = "atlas.topics")
public interface TopicsConfig {

    /** Whether services make missing topics; otherwise they wait until somebody else has. */
    @WithDefault("true")
    boolean create();

    @WithDefault("" + Topic.PARTITIONS)
    int partitions();

    @WithDefault("1")
    short replicationFactor();

    /** How many replicas must have a record before it counts as acknowledged; the broker's default if not said. */
    OptionalInt minInsyncReplicas();

    /** How long a starting service waits for the topics before it goes on without; nothing is sent before they are there. */
    @WithDefault("30S")
    Duration await();
}
