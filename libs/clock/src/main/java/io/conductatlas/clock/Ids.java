package io.conductatlas.clock;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Mints UUIDs of version 7 (RFC 9562, 5.7): their order is roughly that of their making, which indexes like. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new UUIDv7 with the clock's milliseconds and 74 random bits. */
    public static UUID next(Clock clock) {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
