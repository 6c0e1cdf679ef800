package io.conductatlas.delivery;

import org.jspecify.annotations.Nullable;

/** A record that is not an event of its topic and never will be: it goes to the dead letters at once. */
public final class PoisonRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PoisonRecord(String message) {
        this(message, null);
    }

    PoisonRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
