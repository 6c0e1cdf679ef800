package io.conductatlas.archive;

import org.jspecify.annotations.Nullable;

/** The store is away, slow, refuses us or is not set up: try again later. Never a reason to give a record up. */
public final class ArchiveUnavailableException extends ArchiveException {

    private static final long serialVersionUID = 1L;

    ArchiveUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
