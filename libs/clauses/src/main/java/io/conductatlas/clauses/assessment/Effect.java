package io.conductatlas.clauses.assessment;

/** What a change does to a provision. */
public enum Effect {
    INTRODUCED,
    REMOVED,
    /** It reaches further, or promises more firmly. */
    STRENGTHENED,
    /** It reaches less far, or promises less firmly. */
    WEAKENED,
    REWORDED,
    /** The same words stand elsewhere in the document. */
    RELOCATED
}
