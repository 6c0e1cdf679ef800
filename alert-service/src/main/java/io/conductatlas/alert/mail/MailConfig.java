package io.conductatlas.alert.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How mails are sent. The mail server itself is configured under {@code quarkus.mailer}. */
@ConfigMapping(prefix = "atlas.alert.mail")
public interface MailConfig {

    /** Where answers go; to the sender if not said. */
    Optional<String> replyTo();

    /** A mail address that takes people off a list, beside the link that does. */
    Optional<String> unsubscribeAddress();

    /** The right side of the {@code List-Id}s. */
    @WithDefault("conductatlas.example")
    String listDomain();

    /** The pauses before a mail that the server did not take yet is tried again; the last repeats. */
    @WithDefault("1m,5m,15m,30m,1h,2h")
    List<Duration> retryAfter();

    /** For how long a mail is tried. */
    @WithDefault("24h")
    Duration giveUpAfter();
}
