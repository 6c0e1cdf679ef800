package io.conductatlas.gateway.security;

import io.conductatlas.gateway.problems.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells resources on whose behalf they act. */
@ApplicationScoped
public class Callers {

    /** The identity's attribute that holds the id. */
    public static final String SUBSCRIBER_ID = "conductatlas.subscriber-id";

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The subscriber whose key the request carries; fails with 403 where it carries none. */
    public UUID subscriberId() {
        @Nullable UUID id = identity.getAttribute(SUBSCRIBER_ID);
        if (id == null) {
            throw new ProblemException("scope-missing", "Not with this key", 403, "A subscriber's key is needed.");
        }
        return id;
    }
}
