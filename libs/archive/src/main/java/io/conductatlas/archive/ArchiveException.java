package io.conductatlas.archive;

import org.jspecify.annotations.Nullable;

/** Why an object could not be written or read. Two kinds, because one is worth waiting for and the other is not. */
public abstract sealed class ArchiveException extends RuntimeException
        permits ArchiveUnavailableException, ObjectUnusableException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may succeed later without anybody changing the request. */
    public abstract boolean isTransient();
}
