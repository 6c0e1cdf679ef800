package io.conductatlas.alert.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries are made. */
@ConfigMapping(prefix = "atlas.alert.dispatch")
public interface DispatchConfig {

    /** How long a try may take before somebody else may make the next; longer than any call or mail takes. */
    @WithDefault("2m")
    Duration lease();

    /** The most tries that one instance makes at a time. */
    @WithDefault("64")
    int atATime();

    /** The most mails that are sent at a time. */
    @WithDefault("8")
    int mailsAtATime();

    /** The most calls of one endpoint at a time, so that one that hangs does not hold up the others. */
    @WithDefault("4")
    int callsOfAnEndpointAtATime();

    /** How long tries under way may take when the service is stopped. */
    @WithDefault("20s")
    Duration farewell();

    /**
     * How long a same-day mail waits for further changes of its platform, to tell them together; none by default, so that
     * every change is told at once.
     */
    @WithDefault("0s")
    Duration foldWindow();

    /** The right side of the {@code Message-ID}s of our mails. */
    @WithDefault("mail.conductatlas.example")
    String messageIdDomain();
}
