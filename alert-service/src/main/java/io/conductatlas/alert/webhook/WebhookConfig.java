package io.conductatlas.alert.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How webhooks are sent. */
@ConfigMapping(prefix = "atlas.alert.webhook")
public interface WebhookConfig {

    /** The pauses before each further try, as Standard Webhooks proposes them; as many further tries as pauses. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retryAfter();

    /** By which share each pause is made longer or shorter at random. */
    @WithDefault("0.2")
    double jitter();

    /** The threads that wait for endpoints to answer. */
    @WithDefault("64")
    int threads();

    /** Who we say we are. */
    @WithDefault("ConductAtlas-Webhooks/1.0 (+https://conductatlas.example/webhooks)")
    String userAgent();
}
