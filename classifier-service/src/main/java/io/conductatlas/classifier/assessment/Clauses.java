package io.conductatlas.classifier.assessment;

import io.conductatlas.archive.Archive;
import io.conductatlas.clauses.assessment.ChangeAssessor;
import io.conductatlas.clauses.assessment.ProvisionWriter;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.ProvisionDetector;
import io.conductatlas.events.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The catalogue in force, and who reads and judges by it. */
@ApplicationScoped
class Clauses {

    private final Archive archive;
    private final Catalogue catalogue = Catalogue.bundled();
    private final ProvisionDetector detector = new ProvisionDetector(catalogue);
    private final ChangeAssessor assessor = new ChangeAssessor(catalogue);
    private final ProvisionWriter writer = new ProvisionWriter(catalogue);

    private volatile @Nullable ObjectRef stored;

    Clauses(Archive archive) {
        this.archive = archive;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    ProvisionDetector detector() {
        return detector;
    }

    ChangeAssessor assessor() {
        return assessor;
    }

    ProvisionWriter writer() {
        return writer;
    }

    /** Where the catalogue lies, so that every reader shows the texts an assessment was made with. Blocks. */
    ObjectRef object() {
        ObjectRef known = stored;
        if (known == null) {
            known = archive.put("catalogues", AssessmentObject.write(catalogue), ".json");
            stored = known;
        }
        return known;
    }
}
