package io.conductatlas.documents.diff;

/** What kind of difference lies between two texts, the weightiest first. Only {@link #SUBSTANTIVE} may be a change of meaning. */
public enum ChangeClass {
    SUBSTANTIVE,
    /** The same sentences in another order. */
    ORDER,
    DATE_OR_NUMBER,
    /** Menus, footers and other text around the agreement. */
    BOILERPLATE,
    LINK_OR_IMAGE,
    CASE,
    MARKUP_OR_PUNCTUATION,
    WHITE_SPACE,
    /** The same captured bytes, or the same words, written in another way by us. */
    TECHNICAL,
    /** The text alternates with an earlier one. */
    VARIANT
}
