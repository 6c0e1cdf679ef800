package io.conductatlas.documents.diff;

/** What was done to the sentences of a hunk. */
public enum HunkKind {
    INSERTED,
    DELETED,
    EDITED,
    MOVED
}
