package io.conductatlas.differ.capture;

import io.conductatlas.differ.document.NewText;
import java.util.Optional;

/** What a capture turned out to hold. */
sealed interface Finding {

    /** The text that is there already. */
    record Same() implements Finding {}

    /** A text that is not the one that is there. */
    record Fresh(NewText text) implements Finding {}

    /**
     * Not the agreement.
     *
     * @param reason stable, in lower case with underscores
     * @param detail one line for people
     * @param mayPersist whether staff, or time, may show that it is the agreement after all
     * @param textHash of what was read; empty where nothing could be read
     */
    record Refused(String reason, String detail, boolean mayPersist, Optional<String> textHash) implements Finding {}
}
