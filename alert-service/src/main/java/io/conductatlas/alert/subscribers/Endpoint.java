package io.conductatlas.alert.subscribers;

import io.conductatlas.alert.audience.Hook;
import io.conductatlas.events.EndpointStated;
import io.conductatlas.events.Sealed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a subscriber's webhooks go, as last stated, and how it has answered lately. */
@Entity
public class Endpoint {

    /** An endpoint that only failed for so long is not called any more. */
    static final Duration PATIENCE = Duration.ofDays(5);

    @Id
    private UUID id;

    private UUID subscriberId;
    private String url;
    private String secrets;
    private String eventTypes;
    private Instant since;
    private boolean active;
    private int ping;
    private @Nullable Instant failingSince;
    private @Nullable Instant failedLastAt;
    private @Nullable Instant disabledAt;
    private @Nullable String disabledWhy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Endpoint() {}

    @SuppressWarnings("NullAway.Init") // restate sets what the constructor does not
    Endpoint(EndpointStated state) {
        this.id = state.endpointId();
        restate(state);
    }

    /** Takes over a newer state; whoever states an endpoint anew has it called again. */
    void restate(EndpointStated state) {
        subscriberId = state.subscriberId();
        url = write(state.url());
        secrets = state.secrets().stream().map(Endpoint::write).collect(Collectors.joining("\n"));
        eventTypes = String.join("\n", state.eventTypes());
        since = state.since();
        active = state.active();
        ping = state.ping();
        recordedAt = state.recordedAt();
        if (disabledAt != null && recordedAt.isAfter(disabledAt)) {
            disabledAt = null;
            disabledWhy = null;
            failingSince = null;
            failedLastAt = null;
        }
    }

    /** It has taken a call. */
    public void succeeded() {
        failingSince = null;
        failedLastAt = null;
    }

    /**
     * It has not taken a call.
     *
     * @return whether that was once too often
     */
    public boolean failed(Instant at) {
        if (failingSince == null) {
            failingSince = at;
        }
        failedLastAt = at;
        if (disabledAt == null && !failingSince.plus(PATIENCE).isAfter(at)) {
            disable(at, "failed for %d days without a success".formatted(PATIENCE.toDays()));
            return true;
        }
        return false;
    }

    /** Calls it no more until it is stated anew. */
    public void disable(Instant at, String why) {
        if (disabledAt == null) {
            disabledAt = at;
            disabledWhy = why;
        }
    }

    boolean isNewerThan(Instant time) {
        return recordedAt.isAfter(time);
    }

    public UUID id() {
        return id;
    }

    public UUID subscriberId() {
        return subscriberId;
    }

    public Sealed url() {
        return read(url);
    }

    public List<Sealed> secrets() {
        return secrets.lines().map(Endpoint::read).toList();
    }

    public boolean active() {
        return active;
    }

    public boolean disabled() {
        return disabledAt != null;
    }

    public @Nullable String disabledWhy() {
        return disabledWhy;
    }

    int ping() {
        return ping;
    }

    Hook hook() {
        return new Hook(id, eventTypes.lines().toList(), since, disabled());
    }

    private static String write(Sealed sealed) {
        return sealed.keyId() + " " + sealed.nonce() + " " + sealed.ciphertext();
    }

    private static Sealed read(String text) {
        String[] parts = text.split(" ", -1);
        return new Sealed(parts[0], parts[1], parts[2]);
    }
}
