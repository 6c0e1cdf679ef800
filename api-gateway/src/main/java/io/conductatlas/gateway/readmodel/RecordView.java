package io.conductatlas.gateway.readmodel;

import java.util.List;

/**
 * What people are told of a provision beside its exact words, as the assessment wrote it with the catalogue it names.
 *
 * @param what what it is
 * @param why why it matters
 * @param impact what it means for people
 * @param interpretiveNote how its weak and strong words can be read; empty where it has none
 * @param severityReason why it is rated as it is, factor by factor
 * @param optOut one sentence on the way out: what the text offers, or that none was found
 * @param choices what people can do, one step each
 * @param agencies who enforces the regulations engaged
 * @param enforcement what enforcement there is to reckon with
 * @param diligence what counsel of a buyer or an operator checks
 */
public record RecordView(
        String what,
        String why,
        String impact,
        String interpretiveNote,
        String severityReason,
        String optOut,
        List<String> choices,
        List<String> agencies,
        String enforcement,
        List<String> diligence) {
    public RecordView {
        choices = List.copyOf(choices);
        agencies = List.copyOf(agencies);
        diligence = List.copyOf(diligence);
    }
}
