package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.comparison.QuickFact;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Hrefs;
import org.jspecify.annotations.Nullable;

/**
 * A quick fact of a platform.
 *
 * @param href the provision that answers it; null where none was detected
 */
record FactLine(String name, Badge badge, @Nullable String href) {

    static FactLine of(QuickFact fact) {
        String provision = fact.provision();
        return new FactLine(fact.name(), badge(fact), provision == null ? null : Hrefs.provision(provision));
    }

    private static Badge badge(QuickFact fact) {
        return switch (fact.answer()) {
            case STATED -> fact.adverse() ? Badge.warn(fact.words()) : Badge.good(fact.words());
            case DENIED -> Badge.DENIED;
            case NOT_DETECTED -> Badge.plain(fact.words());
        };
    }
}
