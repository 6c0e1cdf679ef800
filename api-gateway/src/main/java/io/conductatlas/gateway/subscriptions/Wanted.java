package io.conductatlas.gateway.subscriptions;

import io.conductatlas.events.SubscriptionScope;
import io.conductatlas.gateway.problems.Faults;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a subscriber asks to follow. */
@Schema(name = "SubscriptionRequest")
record Wanted(
        @Schema(required = true) SubscriptionScope scope,

        @Schema(description = "Its slug; left out only for a provision type that is followed everywhere") @Nullable
        String platform,

        @Schema(description = "Its slug, with DOCUMENT and PROVISION") @Nullable
        String document,

        @Schema(description = "For example CA-P-000123, with PROVISION") @Nullable
        String provision,

        @Schema(description = "Its slug, with PROVISION_TYPE") @Nullable
        String provisionType) {

    private static final String LEFT_OUT = "must be left out with this scope";

    void check() {
        Faults faults = new Faults();
        faults.check(scope != null, "scope", "required", "must be given");
        faults.raise();
        boolean byDocument = scope == SubscriptionScope.DOCUMENT || scope == SubscriptionScope.PROVISION;
        boolean byType = scope == SubscriptionScope.PROVISION_TYPE;
        if (!byType || platform != null) {
            faults.slug(platform, "platform");
        }
        if (byDocument) {
            faults.slug(document, "document");
        } else {
            faults.check(document == null, "document", "not-with-this-scope", LEFT_OUT);
        }
        if (scope == SubscriptionScope.PROVISION) {
            faults.check(
                    provision != null && provision.matches("CA-P-\\d{6,12}"),
                    "provision",
                    "not-a-provision",
                    "must be the id of a provision");
        } else {
            faults.check(provision == null, "provision", "not-with-this-scope", LEFT_OUT);
        }
        if (byType) {
            faults.slug(provisionType, "provision_type");
        } else {
            faults.check(provisionType == null, "provision_type", "not-with-this-scope", LEFT_OUT);
        }
        faults.raise();
    }

    /** What was found, or 422 if it is not all that was named. */
    Target checked(@Nullable Target found) {
        Faults faults = new Faults();
        faults.check(found != null, "platform", "unknown-platform", "is not under watch");
        faults.raise();
        Target target = found == null ? new Target(null, null) : found;
        faults.check(
                document == null || target.documentId() != null,
                "document",
                "unknown-document",
                "is not a document of this platform");
        faults.raise();
        return document == null ? new Target(target.platformId(), null) : target;
    }

    void checkProvision(boolean found) {
        Faults faults = new Faults();
        faults.check(found, "provision", "unknown-provision", "is not a provision of this document");
        faults.raise();
    }

    /** What the slugs mean. */
    record Target(@Nullable UUID platformId, @Nullable UUID documentId) {}
}
