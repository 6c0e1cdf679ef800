package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.ProvisionRecord;
import io.conductatlas.gateway.readmodel.ReviewView;
import java.util.List;

/**
 * A provision with what surrounds it.
 *
 * @param peers at most three, the most alike first; empty where no other platform's words are alike enough
 * @param activity the latest changes of its document, the newest first
 * @param reviews what our staff decided about it, the newest first; the first is in force
 */
public record ProvisionInFull(
        ProvisionRecord record,
        Adoption adoption,
        List<Peer> peers,
        Stability stability,
        List<ChangeView> activity,
        List<ReviewView> reviews) {
    public ProvisionInFull {
        peers = List.copyOf(peers);
        activity = List.copyOf(activity);
        reviews = List.copyOf(reviews);
    }
}
