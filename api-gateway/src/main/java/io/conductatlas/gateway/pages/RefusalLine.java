package io.conductatlas.gateway.pages;

import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.RefusalView;
import org.jspecify.annotations.Nullable;

/** A capture that was not the agreement. */
record RefusalLine(Moment at, String reason, String detail, Badge review) {

    static RefusalLine of(RefusalView refusal) {
        return new RefusalLine(
                Moment.of(refusal.observedAt()),
                Words.ofSlug(refusal.reason()),
                refusal.detail(),
                review(refusal.verdict()));
    }

    private static Badge review(@Nullable ReviewVerdict verdict) {
        if (verdict == null) {
            return Badge.plain("Not reviewed");
        }
        return verdict == ReviewVerdict.REJECTED ? Badge.plain("Confirmed") : Badge.good("Accepted after review");
    }
}
