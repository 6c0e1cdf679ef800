package io.conductatlas.clauses.model;

/** FNV-1a over 64 bits, and its fold into the 32 bits a model's table is keyed by. */
final class Hashes {
    static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashes() {}

    static long of(CharSequence text) {
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    static long step(long hash, long value) {
        return (hash ^ value) * PRIME;
    }

    /** Spreads every bit of a value over all 64 (the finaliser of MurmurHash3). */
    static long mix(long value) {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    static int fold(long hash) {
        return (int) (hash ^ (hash >>> 32));
    }
}
