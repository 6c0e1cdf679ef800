package io.conductatlas.local.sandbox;

/** What a page of the sandbox serves on a day. */
enum PageKind {
    /** The agreement as HTML. */
    ARTICLE,
    /** The agreement as a PDF file. */
    PDF,
    /** A shell that a script fills with the agreement; without the script there is nothing to read. */
    SCRIPTED,
    /** An error message under status 200, as many sites serve it. */
    ERROR,
    /** Status 404. */
    GONE
}
