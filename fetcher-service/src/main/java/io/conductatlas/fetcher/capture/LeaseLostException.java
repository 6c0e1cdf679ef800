package io.conductatlas.fetcher.capture;

import java.util.UUID;

/** The source was given to somebody else in the meantime: what was fetched is thrown away, and nothing is told. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException(UUID documentId) {
        super("the lease of document %s is lost".formatted(documentId));
    }
}
