package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.catalogue.Fallback;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One clause of a document that does one thing to its reader.
 *
 * @param type the type's slug
 * @param polarity whether it states or denies what its type is about
 * @param confidence from 0 to 1
 * @param section the headings above it
 * @param quotes its exact words, in the document's order
 * @param audiences the slugs of the people it speaks of by name
 * @param wordings the slugs of the weak and strong words in it
 */
public record DetectedProvision(
        String type,
        Polarity polarity,
        Severity severity,
        double confidence,
        String section,
        List<Quote> quotes,
        List<NamedFactor> factors,
        List<Evidence> evidence,
        Choice choice,
        List<String> audiences,
        List<String> wordings) {
    public DetectedProvision {
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("a provision has at least one quote");
        }
        quotes = List.copyOf(quotes);
        factors = List.copyOf(factors);
        evidence = List.copyOf(evidence);
        audiences = List.copyOf(audiences);
        wordings = List.copyOf(wordings);
    }

    /** Whether nothing but {@link Fallback}s speak for its type: enough to list it, too little to say that it came or went. */
    public boolean restsOnWeakSigns() {
        return confidence <= Fallback.SUREST;
    }

    /** Its words, without what stands between the quotes. */
    public String words() {
        return quotes.stream().map(Quote::text).collect(Collectors.joining(" "));
    }

    /** Where it begins in the document's plain text. */
    public int start() {
        return quotes.get(0).start();
    }
}
