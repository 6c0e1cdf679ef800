package io.conductatlas.outbound;

/** An address that no request may be sent to, whatever it resolves to. The message says why, for people. */
public final class InvalidUrlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidUrlException(String message) {
        super(message);
    }
}
