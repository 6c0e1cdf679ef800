package io.conductatlas.clauses.catalogue;

/** Whether a text states what its type is about, or states that it is not so ("we do not sell"). */
public enum Polarity {
    STATED,
    DENIED
}
