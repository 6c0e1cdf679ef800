package io.conductatlas.gateway.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision in full.
 *
 * @param history the newest first
 * @param confidence from 0 to 1; null where the assessment did not say
 * @param evidence why it was found
 * @param record what people are told of it; null where it was assessed before that was kept
 */
public record ProvisionRecord(
        ProvisionView provision,
        List<QuoteView> quotes,
        List<FactorView> factors,
        List<EngagedView> regulations,
        List<ProvisionEventView> history,
        @Nullable Double confidence,
        List<EvidenceView> evidence,
        ChoiceView choice,
        @Nullable RecordView record) {
    public ProvisionRecord {
        quotes = List.copyOf(quotes);
        factors = List.copyOf(factors);
        regulations = List.copyOf(regulations);
        history = List.copyOf(history);
        evidence = List.copyOf(evidence);
    }
}
