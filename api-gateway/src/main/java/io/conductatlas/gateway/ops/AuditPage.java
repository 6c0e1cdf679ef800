package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.audit.Audit.AuditEntry;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who of our staff did what, when and why. */
record AuditPage(
        Frame frame,
        Shell shell,
        List<Line> entries,
        @Nullable String next) {
    private static final int SHORT = 12;

    /** One act. */
    record Line(
            String number,
            Moment at,
            String actor,
            String act,
            String subject,
            String reason,
            String before,
            String after,
            String request) {}

    static Line line(AuditEntry entry) {
        return new Line(
                Long.toString(entry.seq()),
                Moment.of(entry.at()),
                entry.actor(),
                Words.ofSlug(entry.act()),
                entry.subject(),
                entry.reason(),
                shortened(entry.beforeHash()),
                shortened(entry.afterHash()),
                entry.requestId());
    }

    private static String shortened(@Nullable String hash) {
        return hash == null ? "—" : hash.substring(0, Math.min(SHORT, hash.length()));
    }
}
