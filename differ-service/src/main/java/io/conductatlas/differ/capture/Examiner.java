package io.conductatlas.differ.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.archive.Archive;
import io.conductatlas.differ.document.NewText;
import io.conductatlas.differ.document.Standing;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.dates.DateReader;
import io.conductatlas.documents.gate.GateContext;
import io.conductatlas.documents.gate.QualityGate;
import io.conductatlas.documents.gate.Verdict;
import io.conductatlas.documents.html.Extracted;
import io.conductatlas.documents.variants.Fingerprint;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.SourceDeclared;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a capture holds, and puts what is new into the archive before any row speaks of it. Blocks. */
@ApplicationScoped
class Examiner {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CaptureReader reader;
    private final Archive archive;
    private final Comparing comparing;
    private final QualityGate gate = new QualityGate();
    private final DateReader dates = new DateReader();

    Examiner(CaptureReader reader, Archive archive, Comparing comparing) {
        this.reader = reader;
        this.archive = archive;
        this.comparing = comparing;
    }

    /** @param overruled whether staff, or time, have shown that the capture is the agreement whatever the gate says */
    Finding examine(CaptureRecorded capture, Optional<SourceDeclared> source, Standing standing, boolean overruled) {
        Extracted extracted = reader.read(capture, source);
        if (extracted instanceof Extracted.Nothing nothing) {
            return new Finding.Refused(name(nothing.reason()), nothing.detail(), false, Optional.empty());
        }
        AgreementText agreement = ((Extracted.Text) extracted).agreement();
        String hash = agreement.hash();
        Optional<Standing.Seen> present = standing.present();
        if (present.isPresent() && present.get().textHash().equals(hash)) {
            return new Finding.Same();
        }
        if (present.isPresent() && capture.observedAt().isBefore(present.get().observedAt())) {
            return new Finding.Refused("out_of_order", "a later capture was accepted before", false, Optional.of(hash));
        }
        Optional<AgreementText> before = present.map(there -> reader.readVersion(there.markdown()));
        if (!overruled && !standing.textHashes().contains(hash)) {
            Verdict verdict = gate.check(
                    agreement,
                    new GateContext(
                            before.orElse(null), capture.document().variant().language()));
            if (verdict instanceof Verdict.Refused refused) {
                return new Finding.Refused(
                        name(refused.reason()),
                        refused.detail(),
                        refused.reason().mayPersist(),
                        Optional.of(hash));
            }
        }
        ObjectRef markdown = archive.put("versions", agreement.markdown().getBytes(StandardCharsets.UTF_8), ".md");
        ObjectRef text = archive.put("versions", json(agreement), ".json");
        Optional<NewText.Comparison> comparison =
                before.map(old -> comparing.compare(capture, standing, old, agreement));
        return new Finding.Fresh(
                new NewText(agreement, Fingerprint.of(agreement), markdown, text, dates.read(agreement), comparison));
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text cannot be written as JSON", e);
        }
    }
}
