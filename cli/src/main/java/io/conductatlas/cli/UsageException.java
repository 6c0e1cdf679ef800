package io.conductatlas.cli;

/** The command was called in a way that it does not know. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
