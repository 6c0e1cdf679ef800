package io.conductatlas.gateway.readmodel;

import io.conductatlas.events.RegulationTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision in full.
 *
 * @param history the newest first
 * @param confidence from 0 to 1; null where the assessment did not say
 * @param evidence why it was found
 */
public record ProvisionRecord(
        ProvisionView provision,
        List<QuoteView> quotes,
        List<FactorView> factors,
        List<RegulationTag> regulations,
        List<ProvisionEventView> history,
        @Nullable Double confidence,
        List<EvidenceView> evidence,
        ChoiceView choice) {
    public ProvisionRecord {
        quotes = List.copyOf(quotes);
        factors = List.copyOf(factors);
        regulations = List.copyOf(regulations);
        history = List.copyOf(history);
        evidence = List.copyOf(evidence);
    }
}
