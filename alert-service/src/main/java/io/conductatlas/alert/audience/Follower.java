package io.conductatlas.alert.audience;

import io.conductatlas.events.PlanTerms;
import java.util.List;
import java.util.UUID;

/**
 * A subscriber, as far as it matters for who is told what.
 *
 * @param suppressed whether mail to their address is refused for good
 * @param followings everything they follow at present, not only what matches
 */
public record Follower(
        UUID subscriberId,
        PlanTerms plan,
        boolean alertMail,
        boolean digestMail,
        boolean suppressed,
        List<Following> followings,
        List<Hook> hooks) {
    public Follower {
        followings = List.copyOf(followings);
        hooks = List.copyOf(hooks);
    }
}
