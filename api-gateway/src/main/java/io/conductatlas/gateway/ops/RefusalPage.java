package io.conductatlas.gateway.ops;

import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.readmodel.CaptureView;
import io.conductatlas.gateway.readmodel.RefusalView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A refused capture, and the form that decides about it.
 *
 * @param seen the verdict that stands, by name; empty where there is none
 * @param open whether something can still be decided
 * @param may whether whoever looks may decide
 */
record RefusalPage(
        Frame frame,
        Shell shell,
        RefusalsPage.Line refusal,
        List<Fact> facts,
        String act,
        String seen,
        boolean open,
        boolean may) {

    static RefusalPage of(Frame frame, Shell shell, RefusalView refusal, Optional<CaptureView> capture, boolean may) {
        return new RefusalPage(
                frame,
                shell,
                RefusalsPage.line(refusal),
                facts(refusal, capture),
                "/ops/refusals/" + refusal.captureId(),
                refusal.verdict() == null ? "" : refusal.verdict().name(),
                refusal.verdict() != ReviewVerdict.ACCEPTED,
                may);
    }

    private static List<Fact> facts(RefusalView refusal, Optional<CaptureView> capture) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Capture", refusal.captureId().toString()));
        capture.ifPresent(known -> known.parts().forEach(part -> {
            String address = part.finalUrl() == null ? part.url() : part.finalUrl();
            facts.add(new Fact("Page", address == null ? "not stated by the archive" : address));
            facts.add(new Fact(
                    "Answered", "%d, %s, %,d bytes".formatted(part.status(), part.contentType(), part.size())));
        }));
        facts.add(new Fact("Whole exchange in the archive", refusal.warc().key()));
        facts.add(new Fact("SHA-256 of it", refusal.warc().sha256()));
        return facts;
    }
}
