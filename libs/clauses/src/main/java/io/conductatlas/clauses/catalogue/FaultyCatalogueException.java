package io.conductatlas.clauses.catalogue;

import java.util.List;

/** The catalogue's files have faults; each is told with its file and line. */
public final class FaultyCatalogueException extends RuntimeException {
    private final List<String> faults;

    FaultyCatalogueException(List<String> faults) {
        super("the catalogue has " + faults.size() + " fault(s):\n" + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each as {@code file:line: what is wrong}. */
    public List<String> faults() {
        return faults;
    }
}
