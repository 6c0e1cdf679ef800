package io.conductatlas.fetcher.politeness;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.conductatlas.events.FailureKind;
import io.conductatlas.fetcher.Bridge;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.politeness.RobotsFile.Good;
import io.conductatlas.fetcher.politeness.RobotsFile.Verdict;
import io.conductatlas.outbound.OutboundOutcome;
import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundOutcome.Unreachable;
import io.conductatlas.outbound.OutboundUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks hosts what they want of crawlers, and abides by it (RFC 9309). */
@ApplicationScoped
public class Robots {

    /** Our name in robots.txt. */
    public static final String PRODUCT = "conductatlas";

    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration STAND_IN = Duration.ofHours(24);

    private final FetchConfig config;
    private final RobotsFiles files;
    private final Clock clock;

    Robots(FetchConfig config, RobotsFiles files, Clock clock) {
        this.config = config;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What the host of {@code page} says about it. Blocks.
     *
     * @param ask sends a request politely; only called when what we know is too old
     */
    public RobotsRules rulesFor(OutboundUrl page, Function<OutboundUrl, OutboundOutcome> ask) {
        Instant now = clock.instant();
        Optional<RobotsFile> kept = Bridge.call(() -> files.find(page.origin()));
        Optional<RobotsFile> believed = kept.filter(
                file -> file.expiresAt().isAfter(now) && !file.expiresAt().isAfter(now.plus(config.robotsFor())));
        if (believed.isPresent()) {
            return rules(page, believed.get(), now);
        }
        OutboundOutcome answer = ask.apply(page.at("/robots.txt"));
        if (answer instanceof Refused refused) {
            return new RobotsRules.Unknown(FailureKind.SSRF_BLOCKED, refused.detail());
        }
        RobotsFile file = read(answer, kept.flatMap(RobotsFile::good), now);
        Bridge.call(() -> files.keep(page.origin(), file, now));
        RobotsRules rules = rules(page, file, now);
        return rules instanceof RobotsRules.Unknown && answer instanceof Unreachable unreachable
                ? new RobotsRules.Unknown(kind(unreachable), "robots.txt: " + unreachable.detail())
                : rules;
    }

    private RobotsFile read(OutboundOutcome answer, Optional<Good> good, Instant now) {
        if (answer instanceof Answered answered) {
            int status = answered.status();
            if (status >= 200 && status < 300) {
                byte[] body = Arrays.copyOf(answered.body(), Math.min(answered.body().length, MOST_BYTES));
                return new RobotsFile(
                        now.plus(config.robotsFor()),
                        Verdict.RULES,
                        body,
                        Optional.of(new Good(now.plus(STAND_IN), body)));
            }
            if (status >= 400 && status < 500 && status != 429) {
                return new RobotsFile(now.plus(config.robotsFor()), Verdict.NONE, new byte[0], Optional.empty());
            }
        }
        return new RobotsFile(now.plus(config.robotsFailureFor()), Verdict.UNKNOWN, new byte[0], good);
    }

    private static RobotsRules rules(OutboundUrl page, RobotsFile file, Instant now) {
        return switch (file.verdict()) {
            case NONE -> new RobotsRules.Known(true, Optional.empty());
            case RULES -> parsed(page, file.body());
            case UNKNOWN ->
                file.good()
                        .filter(good -> good.until().isAfter(now))
                        .map(good -> parsed(page, good.body()))
                        .orElseGet(() -> new RobotsRules.Unknown(
                                FailureKind.ROBOTS_UNREACHABLE, "robots.txt cannot be had, so nothing is fetched"));
        };
    }

    private static RobotsRules parsed(OutboundUrl page, byte[] body) {
        BaseRobotRules rules = new SimpleRobotRulesParser()
                .parseContent(page.at("/robots.txt").toString(), body, "text/plain", List.of(PRODUCT));
        long delay = rules.getCrawlDelay();
        return new RobotsRules.Known(
                rules.isAllowed(page.toString()),
                delay > 0
                        ? Optional.of(Duration.ofMillis(
                                Math.min(delay, Duration.ofHours(24).toMillis())))
                        : Optional.empty());
    }

    private static FailureKind kind(Unreachable unreachable) {
        return switch (unreachable.kind()) {
            case DNS -> FailureKind.DNS;
            case CONNECT -> FailureKind.CONNECT;
            case TLS_EXPIRED -> FailureKind.TLS_EXPIRED;
            case TLS_INVALID -> FailureKind.TLS_INVALID;
            default -> FailureKind.ROBOTS_UNREACHABLE;
        };
    }
}
