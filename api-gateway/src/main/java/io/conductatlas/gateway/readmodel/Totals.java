package io.conductatlas.gateway.readmodel;

/** How much there is of everything. */
public record Totals(
        long platforms,
        long documents,
        long captures,
        long refusals,
        long versions,
        long changes,
        long provisions,
        long assessments,
        long attempts,
        long withheld) {}
