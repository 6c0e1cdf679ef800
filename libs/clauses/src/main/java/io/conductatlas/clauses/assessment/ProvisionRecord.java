package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Quote;
import java.util.List;

/**
 * What people are told of a provision, beside its exact words.
 *
 * @param title what it is; a denial is named as one
 * @param interpretiveNote how its weak and strong words can be read; empty where it has none
 * @param severityReason why it is rated as it is, factor by factor
 * @param optOut one sentence on the way out: what the text offers, or that none was found
 * @param steps the document's own words on the way out
 * @param deadlines the document's own words on how long there is time
 * @param choices what people can do, one step each
 * @param agencies who enforces the regulations engaged
 * @param diligence what a buyer's or an operator's counsel checks
 */
public record ProvisionRecord(
        String title,
        String what,
        String why,
        String impact,
        String interpretiveNote,
        String severityReason,
        String optOut,
        List<Quote> steps,
        List<Quote> deadlines,
        List<String> choices,
        List<EngagedRegulation> regulations,
        List<String> agencies,
        String enforcement,
        List<String> diligence) {
    public ProvisionRecord {
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
        choices = List.copyOf(choices);
        regulations = List.copyOf(regulations);
        agencies = List.copyOf(agencies);
        diligence = List.copyOf(diligence);
    }
}
