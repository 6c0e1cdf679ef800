package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;

/** What provisions are called; the denial of a thing is never called by its name alone. */
public final class Titles {
    private final Catalogue catalogue;

    public Titles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A provision's title, for example {@code Sale of personal data} or {@code Statement that personal data are not sold}. */
    public String of(String type, Polarity polarity) {
        return of(catalogue.type(type), polarity);
    }

    String of(ProvisionType type, Polarity polarity) {
        return polarity == Polarity.DENIED ? "Statement " + denial(type) : type.name();
    }

    /** What a denial says, as it follows "the statement": "that personal data are not sold". */
    static String denial(ProvisionType type) {
        String denies = type.change().denies();
        return denies.startsWith("states that ") ? denies.substring("states ".length()) : "that it " + denies;
    }
}
