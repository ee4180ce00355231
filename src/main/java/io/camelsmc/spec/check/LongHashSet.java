package io.camelsmc.spec.check;

/**
 * A set of 64-bit hashes in one flat array: 8 bytes a slot, at most three quarters full. Holds what a million rows
 * need in the space that a set of objects needs for a tenth of them.
 */
final class LongHashSet {

    private static final int FIRST_SIZE = 1024;

    private long[] slots = new long[FIRST_SIZE];
    private int size;
    private boolean hasZero;

    /** Adds a hash; false when it was there already. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean fresh = !hasZero;
            hasZero = true;
            return fresh;
        }
        int slot = slot(slots, hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        if (++size > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    boolean contains(long hash) {
        return hash == 0 ? hasZero : slots[slot(slots, hash)] == hash;
    }

    boolean isEmpty() {
        return size == 0 && !hasZero;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                larger[slot(larger, hash)] = hash;
            }
        }
        slots = larger;
    }

    /** The slot that holds the hash, or the free one where it belongs. */
    private static int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
