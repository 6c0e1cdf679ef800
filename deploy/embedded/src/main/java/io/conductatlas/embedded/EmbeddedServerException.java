package io.conductatlas.embedded;

import org.jspecify.annotations.Nullable;

/** One of the servers could not be started; the message is a sentence for the person who tried. */
public final class EmbeddedServerException extends RuntimeException {
    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
