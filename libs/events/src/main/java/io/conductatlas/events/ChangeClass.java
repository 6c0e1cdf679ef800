package io.conductatlas.events;

/** What kind of difference a Change is. Only {@link #SUBSTANTIVE} may be a change of meaning; all are listed. */
public enum ChangeClass {
    SUBSTANTIVE,
    DATE_OR_NUMBER,
    LINK_OR_IMAGE,
    WHITE_SPACE,
    MARKUP_OR_PUNCTUATION,
    CASE,
    ORDER,
    BOILERPLATE,
    TECHNICAL,
    VARIANT
}
