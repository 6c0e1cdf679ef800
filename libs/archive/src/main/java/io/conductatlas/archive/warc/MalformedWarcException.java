package io.conductatlas.archive.warc;

import org.jspecify.annotations.Nullable;

/** Bytes that were stored as a capture and are not one: reading them again changes nothing. */
public final class MalformedWarcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedWarcException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
