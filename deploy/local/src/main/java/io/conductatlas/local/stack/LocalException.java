package io.conductatlas.local.stack;

/** Something the person at the keyboard has to know; its message is the one line they read. */
public final class LocalException extends RuntimeException {
    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
