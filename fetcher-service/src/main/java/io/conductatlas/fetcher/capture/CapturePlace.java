package io.conductatlas.fetcher.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where captures lie in the archive. */
public final class CapturePlace {

    /** How a capture's key ends. */
    public static final String SUFFIX = ".warc.gz";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("'captures/'yyyy/MM").withZone(ZoneOffset.UTC);

    private CapturePlace() {}

    /** The folder of what was served at {@code observedAt}. */
    public static String prefix(Instant observedAt) {
        return MONTH.format(observedAt);
    }
}
