package io.conductatlas.gateway.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer group has come in one partition.
 *
 * @param done everything before this offset is done
 * @param end the next record will have this offset
 * @param oldestAt when the broker took the oldest record that is not done; null where there is none
 * @param waited for how long it has been there by the machines' time, which a simulated clock does not change
 */
public record PartitionLag(
        String group,
        String topic,
        int partition,
        long done,
        long end,
        @Nullable Instant oldestAt,
        Duration waited) {

    public long lag() {
        return Math.max(0, end - done);
    }
}
