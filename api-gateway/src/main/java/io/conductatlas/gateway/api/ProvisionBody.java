package io.conductatlas.gateway.api;

import io.conductatlas.gateway.comparison.Adoption;
import io.conductatlas.gateway.comparison.Peer;
import io.conductatlas.gateway.comparison.ProvisionInFull;
import io.conductatlas.gateway.comparison.Stability;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.ChoiceView;
import io.conductatlas.gateway.readmodel.EngagedView;
import io.conductatlas.gateway.readmodel.EvidenceView;
import io.conductatlas.gateway.readmodel.FactorView;
import io.conductatlas.gateway.readmodel.ProvisionEventView;
import io.conductatlas.gateway.readmodel.ProvisionRecord;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.QuoteView;
import io.conductatlas.gateway.readmodel.RecordView;
import io.conductatlas.gateway.readmodel.ReviewView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A provision in full. */
@Schema(name = "ProvisionInFull")
record ProvisionBody(
        ProvisionView provision,
        List<QuoteView> quotes,

        @Schema(
                description =
                        "What people are told of it, from the catalogue's texts and its own words; null where it was"
                                + " assessed before that was kept")
        @Nullable
        RecordView record,

        List<FactorView> factors,

        @Schema(description = "What the document itself says one can do, in its words; empty where it states nothing")
        ChoiceView choice,

        @Schema(description = "The articles it engages, why, and under which condition; citations, no conclusions")
        List<EngagedView> regulations,

        @Schema(description = "How many platforms under watch state a provision of this type")
        Adoption.Spread adoption,

        @Schema(
                description =
                        "On other platforms the passages of the same type whose words are most alike, at most three;"
                                + " empty where none reaches a likeness of 0.15")
        List<Peer> peers,

        @Schema(description = "What the Changes did to it, the newest first")
        List<ProvisionEventView> history,

        Stability stability,

        @Schema(description = "The latest Changes of its document, the newest first")
        List<ChangeView> recentActivity,

        @Schema(description = "What our staff decided about it, the newest first; the first is in force")
        List<ReviewView> reviews,

        @Schema(description = "From 0 to 1; null where the assessment did not say") @Nullable
        Double confidence,

        @Schema(description = "Why it was found: rules with the words that matched")
        List<EvidenceView> evidence) {

    static ProvisionBody of(ProvisionInFull full) {
        ProvisionRecord record = full.record();
        return new ProvisionBody(
                record.provision(),
                record.quotes(),
                record.record(),
                record.factors(),
                record.choice(),
                record.regulations(),
                full.adoption().spread(record.provision().type()),
                full.peers(),
                record.history(),
                full.stability(),
                full.activity(),
                full.reviews(),
                record.confidence(),
                record.evidence());
    }
}
