package io.conductatlas.clauses.model;

/** Finds the place of a number in a list: open addressing over two arrays of ints. */
final class IntTable {
    private final int[] keys;
    private final int[] slots;
    private final int shift;

    IntTable(int[] keys) {
        this.keys = keys;
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, keys.length)));
        this.slots = new int[1 << bits];
        this.shift = 32 - bits;
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = i + 1;
        }
    }

    private int slot(int key) {
        return key * 0x9E3779B9 >>> shift;
    }

    /** The place of the key, or -1. */
    int indexOf(int key) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    int size() {
        return keys.length;
    }
}
