package io.conductatlas.alert.subscribers;

import io.conductatlas.events.PlanTerms;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What a subscriber's plan allows, as it travelled with them. */
@Embeddable
class PlanColumns {

    private String planSlug;
    private String planName;
    private @Nullable Integer maxPlatforms;
    private boolean weeklyDigest;
    private boolean sameDayAlerts;
    private boolean provisionLevel;
    private boolean webhooks;

    @SuppressWarnings("NullAway.Init")
    protected PlanColumns() {}

    PlanColumns(PlanTerms plan) {
        this.planSlug = plan.slug();
        this.planName = plan.name();
        this.maxPlatforms = plan.maxPlatforms();
        this.weeklyDigest = plan.weeklyDigest();
        this.sameDayAlerts = plan.sameDayAlerts();
        this.provisionLevel = plan.provisionLevel();
        this.webhooks = plan.webhooks();
    }

    PlanTerms terms() {
        return new PlanTerms(planSlug, planName, maxPlatforms, weeklyDigest, sameDayAlerts, provisionLevel, webhooks);
    }
}
