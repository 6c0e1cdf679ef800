package io.conductatlas.gateway.comparison;

/** How rare a type of provision is among the platforms under watch. */
public enum Rarity {
    /** No platform states it. */
    ABSENT,
    /** One platform states it. */
    SINGLE,
    /** At most a fifth of the platforms state it. */
    RARE,
    /** At most half of them. */
    UNCOMMON,
    /** More than half of them. */
    COMMON;

    private static final int FIFTH = 5;
    private static final int HALF = 2;

    /**
     * @param with how many platforms state it
     * @param of how many are under watch
     */
    static Rarity of(int with, int of) {
        if (with == 0) {
            return ABSENT;
        }
        if (with == 1) {
            return SINGLE;
        }
        return with * FIFTH <= of ? RARE : with * HALF <= of ? UNCOMMON : COMMON;
    }
}
