package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.readmodel.PlatformView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A platform in a list. */
record PlatformLine(
        Link link,
        String industry,
        String description,
        int documents,
        int provisions,
        int high,
        @Nullable Moment lastChange) {

    static PlatformLine of(PlatformView platform) {
        Instant lastChange = platform.lastChangeAt();
        return new PlatformLine(
                new Link(Hrefs.platform(platform.slug()), platform.name()),
                platform.industry(),
                platform.description(),
                platform.documents(),
                platform.provisions(),
                platform.high(),
                lastChange == null ? null : Moment.dayOf(lastChange));
    }
}
