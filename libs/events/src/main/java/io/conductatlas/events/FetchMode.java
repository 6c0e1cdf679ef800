package io.conductatlas.events;

/** How the bytes of a source are had. */
public enum FetchMode {
    /** Plain HTTP. */
    HTTP,
    /** A browser that runs the page's scripts. */
    BROWSER,
    /** Plain HTTP of a PDF. */
    PDF,
    /** Not fetched: captures come from an archive through the intake. */
    ARCHIVE
}
