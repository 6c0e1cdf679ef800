package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.RegulationTag;
import java.util.List;

/**
 * A provision in full.
 *
 * @param history the newest first
 */
public record ProvisionRecord(
        ProvisionView provision,
        List<QuoteView> quotes,
        List<FactorView> factors,
        List<RegulationTag> regulations,
        List<ProvisionEventView> history) {
    public ProvisionRecord {
        quotes = List.copyOf(quotes);
        factors = List.copyOf(factors);
        regulations = List.copyOf(regulations);
        history = List.copyOf(history);
    }
}
