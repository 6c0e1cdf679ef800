package io.conductatlas.fetcher.capture;

import java.time.Instant;
import java.util.UUID;

/** What came of a capture that an archive offered. */
public sealed interface TakeOver {

    /**
     * It is ours now.
     *
     * @param changed whether its bytes differ from those of the capture before
     */
    record Taken(UUID captureId, boolean changed) implements TakeOver {}

    /** It was ours already; nothing has changed. */
    record Known(UUID captureId) implements TakeOver {}

    /** We know a capture that is as new or newer; nothing has changed. */
    record Refused(Instant newest) implements TakeOver {}

    static TakeOver taken(UUID captureId, boolean changed) {
        return new Taken(captureId, changed);
    }

    static TakeOver known(UUID captureId) {
        return new Known(captureId);
    }

    static TakeOver refused(Instant newest) {
        return new Refused(newest);
    }
}
