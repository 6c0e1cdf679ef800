package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.pipeline.PartitionLag;
import io.conductatlas.gateway.pipeline.PipelineStatus.DeadLetters;
import io.conductatlas.gateway.readmodel.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How everything fares, with what wants attention set apart.
 *
 * @param refreshing whether the page fetches itself anew
 * @param brokerAway that the broker gave no answer; then the stages are empty
 */
record OverviewPage(
        Frame frame,
        Shell shell,
        boolean refreshing,
        Moment at,
        List<Counter> sources,
        List<Counter> telling,
        List<Counter> own,
        List<Stage> stages,
        boolean brokerAway) {

    /** A queue is late when its oldest record has waited that long. */
    static final Duration LATE = Duration.ofMinutes(5);

    /** It has gone wrong when its oldest record has waited that long. */
    static final Duration STUCK = Duration.ofMinutes(30);

    /**
     * What one consumer group has before it on one topic.
     *
     * @param style {@code bad}, {@code warn} or empty
     * @param says the same in words
     * @param letters dead letters that nobody has dealt with
     */
    record Stage(
            String group,
            String topic,
            String lag,
            @Nullable Moment oldest,
            String waited,
            String style,
            String says,
            long letters,
            String lettersHref) {}

    static List<Counter> sources(Operations.Now now) {
        String rate = now.fetches() == 0
                ? "none in 24 hours"
                : "%d %% of %s".formatted(100 * now.fetched() / now.fetches(), Words.count(now.fetches(), "attempt"));
        return List.of(
                Counter.of("Sources watched", now.watched()),
                Counter.of("Due now", now.due()),
                Counter.of("Late", now.late()).warnUnlessZero().withNote("by more than a quarter of their cadence"),
                failing(now),
                Counter.of("Paused", now.paused()),
                Counter.of("Refused, not reviewed", now.refusalsUnreviewed()).warnUnlessZero(),
                Counter.of("Fetched in 24 hours", now.fetched()).withNote(rate));
    }

    private static Counter failing(Operations.Now now) {
        Counter counter = Counter.of("Failing", now.failing());
        if (now.failing() == 0) {
            return counter;
        }
        return (now.longestStreak() >= 3 ? counter.withStyle("bad") : counter.withStyle("warn"))
                .withNote(
                        now.longestStreak() == 1
                                ? "once each"
                                : "up to %d times in a row".formatted(now.longestStreak()));
    }

    static List<Counter> telling(Operations.Now now) {
        Instant digest = now.lastDigestAt();
        return List.of(
                webhooks(now),
                Counter.of("Undelivered for over an hour", now.undelivered()).badUnlessZero(),
                Counter.of("Given up in 24 hours", now.givenUp()).warnUnlessZero(),
                Counter.of(
                        "Last digest sent",
                        digest == null ? "None yet" : Moment.of(digest).text()));
    }

    private static Counter webhooks(Operations.Now now) {
        if (now.webhookAttempts() == 0) {
            return Counter.of("Webhooks taken in 24 hours", "None sent");
        }
        long percent = 100 * now.webhooksTaken() / now.webhookAttempts();
        Counter counter = Counter.of("Webhooks taken in 24 hours", percent + " %")
                .withNote("%d of %s".formatted(now.webhooksTaken(), Words.count(now.webhookAttempts(), "attempt")));
        return percent < 50 ? counter.withStyle("bad") : percent < 95 ? counter.withStyle("warn") : counter;
    }

    static List<Counter> own(Operations.Now now, Instant clock) {
        Instant oldest = now.outboxOldestAt();
        Counter age = oldest == null
                ? Counter.of("Oldest in the outbox here", "Nothing waits")
                : Counter.of("Oldest in the outbox here", Words.of(Duration.between(oldest, clock)))
                        .withStyle(style(Duration.between(oldest, clock)));
        return List.of(age, Counter.of("Events in the outbox here", now.outboxPending()));
    }

    static List<Stage> stages(List<PartitionLag> lags, List<DeadLetters> letters) {
        Map<String, List<PartitionLag>> queues = new LinkedHashMap<>();
        lags.forEach(lag -> queues.computeIfAbsent(lag.topic() + " " + lag.group(), key -> new ArrayList<>())
                .add(lag));
        return queues.values().stream().map(queue -> stage(queue, letters)).toList();
    }

    private static Stage stage(List<PartitionLag> queue, List<DeadLetters> letters) {
        PartitionLag any = queue.get(0);
        PartitionLag slowest =
                queue.stream().max(Comparator.comparing(PartitionLag::waited)).orElse(any);
        Instant oldest = slowest.oldestAt();
        Duration waited = slowest.waited();
        String box = any.topic() + "." + any.group() + ".dlq";
        long dead = letters.stream()
                .filter(count -> count.topic().equals(box))
                .mapToLong(DeadLetters::count)
                .sum();
        String style = dead > 0 ? "bad" : style(waited);
        return new Stage(
                any.group(),
                any.topic(),
                "%,d".formatted(queue.stream().mapToLong(PartitionLag::lag).sum()),
                Moment.orNull(oldest),
                oldest == null ? "" : Words.of(waited),
                style,
                dead > 0 ? "Dead letters" : style.equals("bad") ? "Stuck" : style.equals("warn") ? "Late" : "In time",
                dead,
                "/ops/dead-letters");
    }

    static String style(Duration waited) {
        return waited.compareTo(STUCK) >= 0 ? "bad" : waited.compareTo(LATE) >= 0 ? "warn" : "";
    }
}
