package io.conductatlas.gateway.subscriptions;

import io.conductatlas.events.SubscriptionScope;
import io.conductatlas.gateway.problems.Faults;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a subscriber asks to follow. */
@Schema(name = "SubscriptionRequest")
record Wanted(
        @Schema(required = true) SubscriptionScope scope,

        @Schema(
                description =
                        "Its slug; may be left out with PROVISION, and for a provision type that is followed everywhere")
        @Nullable
        String platform,

        @Schema(description = "Its slug, with DOCUMENT; may be left out with PROVISION") @Nullable
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
        boolean byType = scope == SubscriptionScope.PROVISION_TYPE;
        boolean byProvision = scope == SubscriptionScope.PROVISION;
        if (!byType && !byProvision || platform != null) {
            faults.slug(platform, "platform");
        }
        if (scope == SubscriptionScope.DOCUMENT || byProvision && document != null) {
            faults.slug(document, "document");
        } else {
            faults.check(document == null, "document", "not-with-this-scope", LEFT_OUT);
        }
        if (byProvision) {
            faults.check(
                    (platform == null) == (document == null),
                    document == null ? "document" : "platform",
                    "incomplete",
                    "platform and document are given together, or not at all");
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

    /** Where the provision stands, or 422 if it is not known, or not where it was said to be. */
    Target checkedProvision(@Nullable Target found) {
        Faults faults = new Faults();
        faults.check(
                found != null,
                "provision",
                "unknown-provision",
                document == null ? "is not a provision we know" : "is not a provision of this document");
        faults.raise();
        return Objects.requireNonNull(found);
    }

    /** What the slugs mean. */
    record Target(@Nullable UUID platformId, @Nullable UUID documentId) {}
}
