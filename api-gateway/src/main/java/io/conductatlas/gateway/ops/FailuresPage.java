package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.CaptureView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches that failed.
 *
 * @param failing the sources that fail now, the longest first
 * @param failures single failures, the newest first
 */
record FailuresPage(
        Frame frame,
        Shell shell,
        List<SourcesPage.Line> failing,
        boolean mayAct,
        List<Failure> failures,
        @Nullable String next) {

    /** @param address what could not be fetched; as text only */
    record Failure(
            Moment at,
            Link platform,
            Link document,
            String kind,
            String status,
            String detail,
            String address,
            String streak) {}

    static Failure failure(CaptureView capture) {
        return new Failure(
                Moment.of(capture.observedAt()),
                new Link(Hrefs.platform(capture.platform()), capture.platform().name()),
                new Link(
                        Hrefs.document(capture.platform(), capture.document()),
                        capture.document().name()),
                capture.failureKind() == null ? "" : Words.ofSlug(capture.failureKind()),
                capture.status() == null ? "" : Integer.toString(capture.status()),
                capture.detail() == null ? "" : capture.detail(),
                capture.url() == null ? "" : capture.url(),
                capture.streak() == null ? "" : Integer.toString(capture.streak()));
    }
}
