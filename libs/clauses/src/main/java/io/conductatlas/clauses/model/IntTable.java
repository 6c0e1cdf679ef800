package io.conductatlas.clauses.model;

/** Finds the place of a number in a list: open addressing over two arrays of ints. */
final class IntTable {
    /** Key and place side by side, so that one look at memory tells both. */
    private final long[] slots;

    private final int size;
    private final int shift;

    IntTable(int[] keys) {
        this.size = keys.length;
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, keys.length)));
        this.slots = new long[1 << bits];
        this.shift = 32 - bits;
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = (long) keys[i] << 32 | i + 1;
        }
    }

    private int slot(int key) {
        return key * 0x9E3779B9 >>> shift;
    }

    /** The place of the key, or -1. */
    int indexOf(int key) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >> 32) == key) {
                return (int) slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    int size() {
        return size;
    }
}
