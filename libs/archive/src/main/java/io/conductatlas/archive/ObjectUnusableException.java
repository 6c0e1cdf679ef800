package io.conductatlas.archive;

import org.jspecify.annotations.Nullable;

/** The object is missing, is not what its reference says, or is too large: trying again changes nothing. */
public final class ObjectUnusableException extends ArchiveException {

    private static final long serialVersionUID = 1L;

    ObjectUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    ObjectUnusableException(String message) {
        super(message, null);
    }

    @Override
    public boolean isTransient() {
        return false;
    }
}
