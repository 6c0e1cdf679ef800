package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.DocumentView;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document in the list of its platform. */
record DocumentLine(
        Link link,
        String variant,
        @Nullable Badge state,
        @Nullable Moment since,
        @Nullable Moment checked,
        int versions,
        int provisions) {

    static DocumentLine of(DocumentView document) {
        Instant changed = document.lastChangeAt();
        Instant since = changed == null ? document.firstSeenAt() : changed;
        return new DocumentLine(
                new Link(Hrefs.document(document.platform().slug(), document.slug()), document.name()),
                variant(document),
                state(document.state()),
                since == null ? null : Moment.dayOf(since),
                Moment.orNull(document.lastCheckedAt()),
                document.versions(),
                document.provisions());
    }

    /** What sets it apart from the usual face: English, of no region, on the web. */
    static String variant(DocumentView document) {
        StringBuilder words = new StringBuilder();
        if (!document.language().equals("en")) {
            words.append(Locale.forLanguageTag(document.language()).getDisplayLanguage(Locale.ENGLISH));
        }
        if (!document.region().isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ").append(document.region());
        }
        if (!document.surface().equals("web")) {
            words.append(words.isEmpty() ? "" : ", ").append(document.surface());
        }
        return words.toString();
    }

    private static @Nullable Badge state(String state) {
        return state.equals("WATCHED") ? null : Badge.plain(Words.ofSlug(state));
    }
}
