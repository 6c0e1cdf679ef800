package io.conductatlas.classifier.provision;

import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.events.ProvisionReviewed;
import io.conductatlas.events.ReviewVerdict;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One clause of a document under the name it keeps. */
@Entity
public class Provision {

    @Id
    private String id;

    private UUID documentId;
    private String type;
    private String polarity;
    private String severity;
    private boolean present;
    private String body;
    private String firstVersion;
    private String lastVersion;
    private Instant firstObservedAt;
    private Instant lastObservedAt;
    private String catalogueVersion;
    private boolean rejected;

    @Nullable
    private String correctedType;

    @Nullable
    private String correctedSeverity;

    @SuppressWarnings("NullAway.Init")
    protected Provision() {}

    @SuppressWarnings("NullAway.Init") // what is not set here is set by seen()
    public Provision(
            String id, UUID documentId, DetectedProvision found, String version, Instant observedAt, String catalogue) {
        this.id = id;
        this.documentId = documentId;
        this.firstVersion = version;
        this.firstObservedAt = observedAt;
        seen(found, version, observedAt, catalogue);
    }

    /** Its words as a version has them. */
    public final void seen(DetectedProvision found, String version, Instant observedAt, String catalogue) {
        this.type = found.type();
        this.polarity = found.polarity().name();
        this.severity = found.severity().name();
        this.body = ProvisionJson.write(found);
        this.present = true;
        this.lastVersion = version;
        this.lastObservedAt = observedAt;
        this.catalogueVersion = catalogue;
    }

    /** It is not in the document any more; should its words come back, so does its name. */
    public void gone() {
        present = false;
    }

    /** It left its document for another of the platform, and keeps its name there. */
    public void moveTo(UUID otherDocumentId) {
        documentId = otherDocumentId;
    }

    UUID documentId() {
        return documentId;
    }

    boolean lastSeenIn(String version) {
        return lastVersion.equals(version);
    }

    void review(ProvisionReviewed review) {
        rejected = review.verdict() == ReviewVerdict.REJECTED;
        correctedType = review.correctedType();
        correctedSeverity = review.correctedSeverity() == null
                ? null
                : review.correctedSeverity().name();
    }

    public String id() {
        return id;
    }

    /** What is known of it outside a session. */
    KnownProvision known() {
        return new KnownProvision(
                id,
                ProvisionJson.read(body),
                present,
                rejected,
                correctedType,
                correctedSeverity == null ? null : Severity.valueOf(correctedSeverity));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Provision provision && id.equals(provision.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
