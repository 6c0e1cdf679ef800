package io.conductatlas.documents.dates;

import java.time.LocalDate;

/**
 * A date that an agreement states about itself.
 *
 * @param start where the date's words begin in the text
 * @param end just after them
 */
public record StatedDate(Kind kind, LocalDate date, int start, int end) {
    /** What happens or happened that day. */
    public enum Kind {
        /** From that day on the text applies. */
        EFFECTIVE,
        /** That day the text was last changed. */
        LAST_UPDATED,
        /** That day the text was made known. */
        ANNOUNCED
    }
}
