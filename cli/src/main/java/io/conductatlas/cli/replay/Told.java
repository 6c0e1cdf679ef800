package io.conductatlas.cli.replay;

/** What subscribers would hear of a capture. */
enum Told {
    /** A change of meaning. */
    ALERT,
    /** Something applies from another day. */
    DATE,
    /** Two texts take turns; said once. */
    NOTE,
    /** Listed, and nobody is told. */
    NOTHING,
    /** The capture is not the agreement; staff see it. */
    REFUSED
}
