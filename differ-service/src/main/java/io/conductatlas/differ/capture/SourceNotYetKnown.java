package io.conductatlas.differ.capture;

import java.util.concurrent.TimeoutException;

/** A capture came before the declaration it was made by, which lies in another topic and is on its way. */
final class SourceNotYetKnown extends TimeoutException {
    private static final long serialVersionUID = 1L;

    SourceNotYetKnown(String source) {
        super(source + " is not declared yet");
    }
}
