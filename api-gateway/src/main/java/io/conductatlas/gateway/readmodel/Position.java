package io.conductatlas.gateway.readmodel;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place in a list that is ordered by time and then by id. */
record Position(@Nullable Instant at, @Nullable String id) {

    private static final Position START = new Position(null, null);

    /** @throws InvalidPositionException unless {@code text} was made by {@link #of} */
    static Position read(@Nullable String text) {
        if (text == null) {
            return START;
        }
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new InvalidPositionException();
        }
        try {
            return new Position(Instant.parse(text.substring(0, bar)), text.substring(bar + 1));
        } catch (DateTimeException e) {
            throw new InvalidPositionException();
        }
    }

    static String of(Instant at, Object id) {
        return at + "|" + id;
    }
}
