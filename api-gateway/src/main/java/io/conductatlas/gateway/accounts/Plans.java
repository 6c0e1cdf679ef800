package io.conductatlas.gateway.accounts;

import io.conductatlas.events.PlanTerms;
import io.conductatlas.gateway.storage.Tables;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the plans allow. They are rows: an operator may edit them. */
@ApplicationScoped
class Plans {

    private final Tables tables;

    Plans(Tables tables) {
        this.tables = tables;
    }

    Uni<Optional<Plan>> bySlug(String slug) {
        return tables.first(Plan.class, "select * from plan where slug = :slug", Map.of("slug", slug));
    }

    record Plan(
            String slug,
            String name,
            @Nullable Integer maxPlatforms,
            boolean weeklyDigest,
            boolean sameDayAlerts,
            boolean provisionLevel,
            boolean webhooks,
            int maxEndpoints) {

        PlanTerms terms() {
            return new PlanTerms(slug, name, maxPlatforms, weeklyDigest, sameDayAlerts, provisionLevel, webhooks);
        }
    }
}
