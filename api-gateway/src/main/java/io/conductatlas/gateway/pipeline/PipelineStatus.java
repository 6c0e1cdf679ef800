package io.conductatlas.gateway.pipeline;

import io.conductatlas.gateway.pipeline.Pipeline.Broker;
import io.conductatlas.gateway.readmodel.Totals;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far behind each part of the pipeline is.
 *
 * @param drained whether nothing is under way that this page knows of: no lag anywhere and an empty outbox here
 * @param totalLag over all groups and topics
 * @param totalDeadLetters over all groups and topics, without those that our staff have dealt with
 * @param outboxPending what the gateway itself has still to tell
 * @param lags by consumer group and topic
 * @param topics the sum of each topic's end offsets: how much was ever told
 * @param totals what the read model holds
 */
@Schema(name = "PipelineStatus")
public record PipelineStatus(
        boolean drained,
        long totalLag,
        long totalDeadLetters,
        long outboxPending,
        List<Lag> lags,
        List<DeadLetters> deadLetters,
        List<TopicEnd> topics,
        Totals totals) {

    static PipelineStatus of(Broker broker, List<DeadLetters> deadLetters, long outboxPending, Totals totals) {
        long lag = broker.lags().stream().mapToLong(Lag::lag).sum();
        long dead = deadLetters.stream().mapToLong(DeadLetters::count).sum();
        return new PipelineStatus(
                lag == 0 && outboxPending == 0,
                lag,
                dead,
                outboxPending,
                broker.lags(),
                deadLetters,
                broker.topics(),
                totals);
    }

    /** How many records of a topic a consumer group has not committed yet. */
    @Schema(name = "Lag")
    public record Lag(String group, String topic, long lag) {}

    /** How many records a consumer group could never handle, without those that our staff have dealt with. */
    @Schema(name = "DeadLetters")
    public record DeadLetters(String group, String topic, long count) {}

    /** How many records a topic was ever told. */
    @Schema(name = "TopicEnd")
    public record TopicEnd(String topic, long end) {}
}
