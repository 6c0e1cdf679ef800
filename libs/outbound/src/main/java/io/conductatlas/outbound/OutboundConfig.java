package io.conductatlas.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Where requests may go, how long they may take and how much may come back. */
@ConfigMapping(prefix = "atlas.outbound")
public interface OutboundConfig {

    /**
     * Whether this machine itself may be reached, then also over plain http and on any port. For development only: with
     * it, whoever may name an address reaches every service on the machine.
     */
    @WithDefault("false")
    boolean allowLoopback();

    /** The ports that webhooks may be sent to. */
    @WithDefault("443,8443")
    Set<Integer> webhookPorts();

    /** The longest to wait for a name, and again for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** The longest silence in the middle of an answer, and of a TLS handshake. */
    @WithDefault("10s")
    Duration readTimeout();

    /** The longest a fetch may take, redirects and all bytes included. */
    @WithDefault("60s")
    Duration fetchTimeout();

    /** The longest a webhook call may take. */
    @WithDefault("15s")
    Duration webhookTimeout();

    /** The most bytes of an answer to a fetch on the wire. */
    @WithDefault("10485760")
    long maxWireBytes();

    /** The most bytes of an answer to a fetch once its compression is undone. */
    @WithDefault("20971520")
    long maxExpandedBytes();

    /** How many times its size on the wire an answer may have, once it has a megabyte. */
    @WithDefault("200")
    int maxRatio();

    /** The bytes of a webhook's answer that are read; the rest is left. */
    @WithDefault("16384")
    int maxWebhookAnswerBytes();
}
