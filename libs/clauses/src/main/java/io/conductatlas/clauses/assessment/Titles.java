package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.detection.Quote;
import java.util.List;
import java.util.regex.Pattern;

/** What provisions are called; the denial of a thing is never called by its name alone. */
public final class Titles {
    private static final Pattern EXCEPTION = Pattern.compile(
            "\\b(?:except|unless|other than|apart from|save (?:as|for)|without (?:\\w+ ){0,4}(?:consent|permission|authori[sz]ation))\\b",
            Pattern.CASE_INSENSITIVE);

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

    /**
     * What a provision's denial says, as it follows "the statement". One that goes on to say when it is otherwise is told with that:
     * what is not done "without your consent" or "except to our hosts" is done.
     */
    static String denial(ProvisionType type, AssessedProvision provision) {
        List<Quote> quotes = provision.after().isEmpty() ? provision.before() : provision.after();
        boolean limited = quotes.stream()
                .anyMatch(quote -> EXCEPTION.matcher(quote.text()).find());
        return denial(type) + (limited ? " (with exceptions)" : "");
    }

    /** What a denial says, as it follows "the statement": "that personal data are not sold". */
    static String denial(ProvisionType type) {
        String denies = type.change().denies();
        return denies.startsWith("states that ") ? denies.substring("states ".length()) : "that it " + denies;
    }
}
