package io.conductatlas.documents;

/** What part of a page a sentence stands in. */
public enum SentenceKind {
    PROSE,
    HEADING,
    LIST_ITEM,
    TABLE_ROW,
    /** Nothing but links, as menus and tables of contents are. */
    LINK_LIST
}
