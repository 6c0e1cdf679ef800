package io.conductatlas.gateway.readmodel;

/** A page was asked for that no list of ours has ever named. */
public final class InvalidPositionException extends RuntimeException {
    InvalidPositionException() {
        super("not a place in this list");
    }
}
