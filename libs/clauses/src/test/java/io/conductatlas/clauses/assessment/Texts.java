package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.clauses.lineage.Lineage;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.tables.EntryComparison;
import java.util.ArrayList;
import java.util.List;

/** Builds changes of invented agreements for tests. */
final class Texts {
    static final Catalogue CATALOGUE = Catalogue.bundled();
    static final ProvisionDetector DETECTOR = new ProvisionDetector(CATALOGUE);

    static final String POLICY = """
            # Larkfield Privacy Policy

            ## Information we collect

            We collect your name and e-mail address when you open an account.

            ## How we share information

            We share personal data with service providers that host our systems. We do not sell your personal information.

            ## Security

            We use encryption to protect your personal information.

            ## Your choices

            You may request that we delete your personal data.
            """;

    private Texts() {}

    static AgreementText read(String markdown) {
        return new MarkdownReader().read(markdown);
    }

    static Subject change(String before, String after) {
        AgreementText old = read(before);
        AgreementText fresh = read(after);
        return change("Larkfield", "Privacy Policy", old, fresh, new DocumentDiffer().diff(old, fresh));
    }

    /** A change whose provisions are named from CA-P-000001 on, those never met before from CA-P-001000 on. */
    static Subject change(String platform, String document, AgreementText old, AgreementText fresh, Diff diff) {
        List<DetectedProvision> was = DETECTOR.detect(old);
        List<DetectedProvision> is = DETECTOR.detect(fresh);
        List<TrackedProvision> trackedBefore = new ArrayList<>();
        for (int i = 0; i < was.size(); i++) {
            trackedBefore.add(new TrackedProvision("CA-P-%06d".formatted(i + 1), was.get(i)));
        }
        String[] ids = new String[is.size()];
        for (Lineage.Pair pair : Lineage.match(was, is).pairs()) {
            ids[pair.after()] = trackedBefore.get(pair.before()).id();
        }
        List<TrackedProvision> trackedAfter = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            trackedAfter.add(
                    new TrackedProvision(ids[i] == null ? "CA-P-%06d".formatted(1000 + i) : ids[i], is.get(i)));
        }
        return new Subject(
                platform,
                document,
                old,
                fresh,
                trackedBefore,
                trackedAfter,
                diff,
                EntryComparison.between(old, fresh),
                null,
                List.of());
    }

    static Assessment assess(String before, String after) {
        return new ChangeAssessor(CATALOGUE).assess(change(before, after));
    }
}
