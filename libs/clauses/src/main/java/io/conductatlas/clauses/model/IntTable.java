package io.conductatlas.clauses.model;

/**
 * Finds the place of a number in a list by open addressing. Most numbers that are looked for are in no list, so that what tells them
 * is kept small enough to stay near the processor: sixteen bits a slot, beside which the place and the key are only read for a likely
 * hit.
 */
final class IntTable {
    /** Of each slot some bits of its key's hash other than those that chose the slot; 0 where it is free. */
    private final char[] tags;

    private final int[] places;
    private final int[] keys;
    private final int shift;

    IntTable(int[] keys) {
        this.keys = keys;
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, keys.length)));
        this.tags = new char[1 << bits];
        this.places = new int[tags.length];
        this.shift = 32 - bits;
        for (int i = 0; i < keys.length; i++) {
            int hash = hash(keys[i]);
            int slot = hash >>> shift;
            while (tags[slot] != 0) {
                slot = slot + 1 & tags.length - 1;
            }
            tags[slot] = tag(hash);
            places[slot] = i;
        }
    }

    private static int hash(int key) {
        return key * 0x9E3779B9;
    }

    private static char tag(int hash) {
        return (char) (hash | 1);
    }

    /** The place of the key, or -1. */
    int indexOf(int key) {
        int hash = hash(key);
        char tag = tag(hash);
        int slot = hash >>> shift;
        for (char here = tags[slot]; here != 0; here = tags[slot]) {
            if (here == tag && keys[places[slot]] == key) {
                return places[slot];
            }
            slot = slot + 1 & tags.length - 1;
        }
        return -1;
    }
}
