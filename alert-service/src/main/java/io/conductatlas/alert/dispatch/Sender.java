package io.conductatlas.alert.dispatch;

import io.conductatlas.events.DeliveryChannel;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Makes the tries of one channel. */
public interface Sender {

    DeliveryChannel channel();

    /** When a try that did not come through is made again. */
    RetryPolicy policy();

    /** Makes one try, outside any transaction. A failure counts as not taken. */
    Uni<Outcome> send(Reserved delivery);

    /** What the outcome of a try means beyond the delivery itself, in the transaction that settles it. */
    default Uni<Void> settled(Reserved delivery, Outcome outcome, Instant now) {
        return Uni.createFrom().voidItem();
    }
}
