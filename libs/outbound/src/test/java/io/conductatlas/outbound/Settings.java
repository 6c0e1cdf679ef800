package io.conductatlas.outbound;

import java.time.Duration;
import java.util.Set;

/** The defaults, with small limits where a test would otherwise have to wait. */
record Settings(boolean allowLoopback, Duration readTimeout, Duration totalTimeout) implements OutboundConfig {

    static final Settings STRICT = new Settings(false, Duration.ofSeconds(60), Duration.ofSeconds(120));
    static final Settings DEVELOPMENT = new Settings(true, Duration.ofSeconds(60), Duration.ofSeconds(120));

    @Override
    public Set<Integer> webhookPorts() {
        return Set.of(443, 8443);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration fetchTimeout() {
        return totalTimeout;
    }

    @Override
    public Duration webhookTimeout() {
        return totalTimeout;
    }

    @Override
    public long maxWireBytes() {
        return 10 << 20;
    }

    @Override
    public long maxExpandedBytes() {
        return 20 << 20;
    }

    @Override
    public int maxRatio() {
        return 200;
    }

    @Override
    public int maxWebhookAnswerBytes() {
        return 16384;
    }
}
