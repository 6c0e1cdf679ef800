package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.pipeline.PartitionLag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far each consumer group has come in each partition. */
record PipelinePage(Frame frame, Shell shell, boolean refreshing, Moment at, List<Queue> queues, boolean brokerAway) {

    /**
     * One group on one topic.
     *
     * @param partitions those in which something waits
     * @param idle how many partitions have nothing before them
     */
    record Queue(
            String topic, String group, String lag, String done, List<Partition> partitions, int idle, String anchor) {}

    /** @param style {@code bad}, {@code warn} or empty */
    record Partition(
            int number,
            String done,
            String end,
            String lag,
            @Nullable Moment oldest,
            String waited,
            String style) {}

    static PipelinePage of(
            Frame frame, Shell shell, boolean refreshing, Moment at, List<PartitionLag> lags, boolean brokerAway) {
        Map<String, List<PartitionLag>> queues = new LinkedHashMap<>();
        lags.forEach(lag -> queues.computeIfAbsent(lag.topic() + " " + lag.group(), key -> new ArrayList<>())
                .add(lag));
        return new PipelinePage(
                frame,
                shell,
                refreshing,
                at,
                queues.values().stream().map(PipelinePage::queue).toList(),
                brokerAway);
    }

    private static Queue queue(List<PartitionLag> lags) {
        PartitionLag any = lags.get(0);
        List<Partition> behind = lags.stream()
                .filter(lag -> lag.lag() > 0)
                .map(PipelinePage::partition)
                .toList();
        return new Queue(
                any.topic(),
                any.group(),
                "%,d".formatted(lags.stream().mapToLong(PartitionLag::lag).sum()),
                "%,d".formatted(lags.stream().mapToLong(PartitionLag::done).sum()),
                behind,
                lags.size() - behind.size(),
                any.topic().replace('.', '-') + "-" + any.group());
    }

    private static Partition partition(PartitionLag lag) {
        Instant oldest = lag.oldestAt();
        return new Partition(
                lag.partition(),
                "%,d".formatted(lag.done()),
                "%,d".formatted(lag.end()),
                "%,d".formatted(lag.lag()),
                Moment.orNull(oldest),
                oldest == null ? "not read in time" : Words.of(lag.waited()),
                OverviewPage.style(lag.waited()));
    }
}
