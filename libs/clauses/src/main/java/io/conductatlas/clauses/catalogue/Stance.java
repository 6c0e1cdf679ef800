package io.conductatlas.clauses.catalogue;

/** What it means for the people affected that a document has a provision of a type. */
public enum Stance {
    /** It takes something from them or puts something on them: its arrival is worse, its removal better. */
    ADVERSE,
    /** It describes what is done with them or their data: more of it is more practice, its removal is less openness. */
    DISCLOSURE,
    /** It gives them something: its arrival is better, its removal worse. */
    PROTECTIVE,
    /** It neither gives nor takes. */
    NEUTRAL
}
