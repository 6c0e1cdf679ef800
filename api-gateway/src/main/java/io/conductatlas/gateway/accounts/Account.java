package io.conductatlas.gateway.accounts;

import io.conductatlas.events.PlanTerms;
import io.conductatlas.events.Sealed;
import java.util.UUID;

/**
 * A subscriber as they are now.
 *
 * @param maxEndpoints how many webhook endpoints the plan allows
 */
public record Account(
        UUID id,
        Sealed email,
        String locale,
        String zone,
        PlanTerms plan,
        int maxEndpoints,
        boolean active,
        boolean alertMail,
        boolean digestMail) {}
