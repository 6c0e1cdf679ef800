package io.conductatlas.alert.dispatch;

import java.util.EnumSet;
import java.util.Set;

/** How far a delivery has come. */
enum DeliveryState {
    /** To be tried once it is due. */
    PLANNED,
    /** Somebody is trying, or died trying. */
    RESERVED,
    /** The last try may or may not have come through; to be tried again under the same id once it is due. */
    AMBIGUOUS,
    /** The other side has it. */
    SENT,
    /** Given up. */
    FAILED,
    /** Not wanted any more when its time came. */
    WITHHELD;

    /** The states of what still has to be done. */
    static final Set<DeliveryState> OPEN = EnumSet.of(PLANNED, RESERVED, AMBIGUOUS);
}
