package io.conductatlas.classifier.assessment;

import io.conductatlas.classifier.provision.Appearance;
import io.conductatlas.clauses.assessment.AssessedProvision;
import io.conductatlas.clauses.assessment.Assessment;
import io.conductatlas.clauses.assessment.EngagedRegulation;
import io.conductatlas.clock.Ids;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.Direction;
import io.conductatlas.events.DocumentAssessed;
import io.conductatlas.events.Origin;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Severity;
import io.conductatlas.events.VersionRecorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Puts results into the words of the events. */
@ApplicationScoped
class Telling {

    private final Clock clock;

    Telling(Clock clock) {
        this.clock = clock;
    }

    DocumentAssessed tell(VersionRecorded recorded, Result result) {
        return tell(
                new Appearance(recorded.platform(), recorded.document(), recorded.version(), recorded.observedAt()),
                recorded.origin(),
                result);
    }

    /** A version known before, read once more: nobody is alerted of it. */
    DocumentAssessed again(Appearance appearance, Result result) {
        return tell(appearance, Origin.REPLAY, result);
    }

    private DocumentAssessed tell(Appearance recorded, Origin origin, Result result) {
        int[] levels = new int[Severity.values().length];
        result.shown().forEach(provision -> levels[provision.severity().ordinal()]++);
        return new DocumentAssessed(
                Ids.next(clock),
                recorded.platform(),
                recorded.document(),
                recorded.version(),
                result.shown().size(),
                levels[Severity.HIGH.ordinal()],
                levels[Severity.MEDIUM.ordinal()],
                levels[Severity.LOW.ordinal()],
                result.object(),
                result.catalogueVersion(),
                origin,
                recorded.observedAt(),
                clock.instant());
    }

    ChangeAssessed tell(ChangeDetected change, Assessment assessment, Result result) {
        return new ChangeAssessed(
                Ids.next(clock),
                change.changeId(),
                change.platform(),
                change.document(),
                change.from(),
                change.to(),
                change.changeClass(),
                change.counts(),
                change.changeClass() == ChangeClass.SUBSTANTIVE,
                Severity.valueOf(assessment.severity().name()),
                Direction.valueOf(assessment.direction().name()),
                assessment.title(),
                AssessmentObject.text(assessment.summary()),
                assessment.labels(),
                assessment.provisions().stream()
                        .limit(ChangeAssessed.MAX_LISTED)
                        .map(Telling::change)
                        .toList(),
                assessment.provisions().size(),
                assessment.regulations().stream()
                        .limit(ChangeAssessed.MAX_LISTED)
                        .map(Telling::tag)
                        .toList(),
                change.effectiveDate(),
                change.publishedDate(),
                change.groupId(),
                change.hunks(),
                result.object(),
                result.catalogueVersion(),
                change.origin(),
                change.observedAt(),
                clock.instant());
    }

    private static ProvisionChange change(AssessedProvision provision) {
        return new ProvisionChange(
                provision.id(),
                provision.type(),
                provision.title(),
                ProvisionEffect.valueOf(provision.effect().name()),
                Severity.valueOf(provision.severity().name()),
                Direction.valueOf(provision.direction().name()));
    }

    private static RegulationTag tag(EngagedRegulation regulation) {
        return new RegulationTag(
                regulation.regulation(),
                regulation.name(),
                regulation.article(),
                "%s Engaged %s.".formatted(regulation.why(), regulation.when()));
    }
}
