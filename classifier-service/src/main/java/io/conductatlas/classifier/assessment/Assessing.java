package io.conductatlas.classifier.assessment;

import io.conductatlas.archive.Archive;
import io.conductatlas.classifier.assessment.AssessmentObject.ChangePart;
import io.conductatlas.classifier.assessment.AssessmentObject.ProvisionPart;
import io.conductatlas.classifier.assessment.AssessmentObject.RecordPart;
import io.conductatlas.classifier.provision.DocumentState;
import io.conductatlas.classifier.provision.Journeys;
import io.conductatlas.classifier.provision.KnownProvision;
import io.conductatlas.clauses.assessment.Assessment;
import io.conductatlas.clauses.assessment.ProvisionRecord;
import io.conductatlas.clauses.assessment.Relocated;
import io.conductatlas.clauses.assessment.Subject;
import io.conductatlas.clauses.assessment.TrackedProvision;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.VersionRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The thinking: from texts and what is known to provisions and judgement. Blocks; belongs on a worker. */
@ApplicationScoped
class Assessing {

    private static final String FOLDER = "assessments";
    private static final String ENDING = ".json";

    private final StoredTexts texts;
    private final Clauses clauses;
    private final Archive archive;

    Assessing(StoredTexts texts, Clauses clauses, Archive archive) {
        this.texts = texts;
        this.clauses = clauses;
        this.archive = archive;
    }

    /** Reads a version on its own: a document's first one, or the one known last once more. */
    Draft draft(VersionRef version, DocumentState state) {
        AgreementText text = texts.read(version);
        Identification identification = new Identification(state);
        List<Identified> provisions = identification.first(clauses.detector().detect(text));
        return new Draft(state.revision(), identification.minted(), version, text, provisions, null);
    }

    /** Reads both sides of a change anew, so that a new catalogue never looks like a new text. */
    Draft draft(ChangeDetected change, DocumentState state, Journeys journeys) {
        AgreementText before = texts.read(change.from());
        AgreementText after = texts.read(change.to());
        StoredTexts.StoredChange stored = texts.read(change);
        Identification identification = new Identification(state, journeys.arrivals());
        List<Identified> was = identification.first(clauses.detector().detect(before));
        List<Identified> is = identification.next(was, clauses.detector().detect(after));
        return new Draft(
                state.revision(),
                identification.minted(),
                change.to(),
                after,
                is,
                new Draft.From(change.from(), before, was, stored.diff(), stored.entries()));
    }

    /** Writes the object of a first version's assessment. */
    Result finish(Draft draft, List<String> ids) {
        return write(draft, ids, null, null);
    }

    /** Judges a change and writes the object. */
    Result finish(Draft draft, List<String> ids, ChangeDetected change, Journeys journeys) {
        Draft.From from = draft.from();
        if (from == null) {
            throw new IllegalArgumentException("a change lies between two versions");
        }
        Assessment assessment = clauses.assessor()
                .assess(new Subject(
                        change.platform().name(),
                        change.document().name(),
                        from.text(),
                        draft.text(),
                        tracked(from.provisions(), ids),
                        tracked(draft.provisions(), ids),
                        from.diff(),
                        from.entries(),
                        change.effectiveDate(),
                        relocated(draft, from, ids, journeys)));
        return write(
                draft,
                ids,
                assessment,
                ChangePart.of(change.changeId(), from.version().id(), assessment));
    }

    /** Which provisions came from other documents, and which went to some. */
    private static List<Relocated> relocated(Draft draft, Draft.From from, List<String> ids, Journeys journeys) {
        List<Relocated> all = new ArrayList<>();
        for (Identified one : draft.provisions()) {
            journeys.arrivals().stream()
                    .filter(arrival -> one.known() != null
                            && arrival.provision().id().equals(one.known().id()))
                    .findFirst()
                    .ifPresent(arrival -> all.add(new Relocated(
                            id(one, ids),
                            arrival.document(),
                            true,
                            arrival.relocation().wordsLost())));
        }
        for (Identified one : from.provisions()) {
            journeys.departures().stream()
                    .filter(departure -> departure.relocation().from().holds(one.found()))
                    .findFirst()
                    .ifPresent(departure -> all.add(new Relocated(
                            id(one, ids),
                            departure.document(),
                            false,
                            departure.relocation().wordsLost())));
        }
        return all;
    }

    private Result write(
            Draft draft,
            List<String> ids,
            @org.jspecify.annotations.Nullable Assessment assessment,
            @org.jspecify.annotations.Nullable ChangePart change) {
        List<TrackedProvision> shown = tracked(draft.provisions(), ids);
        List<DetectedProvision> read =
                shown.stream().map(TrackedProvision::provision).toList();
        String catalogue = clauses.catalogue().version();
        AssessmentObject object = new AssessmentObject(
                draft.version().id(),
                catalogue,
                clauses.object(),
                change,
                shown.stream().map(one -> part(one, draft.text())).toList());
        List<Result.Met> met = met(draft, ids);
        met.stream()
                .filter(Result.Met::present)
                .forEach(one -> check(one.found(), draft.text(), draft.version().id()));
        ObjectRef stored = archive.put(FOLDER, object.bytes(), ENDING);
        return new Result(draft.revision(), read, met, assessment, stored, catalogue);
    }

    /** A quote that is not the substring at its offsets is an error that never gets stored. */
    static void check(DetectedProvision provision, AgreementText text, String version) {
        for (Quote quote : provision.quotes()) {
            if (!quote.isIn(text.text())) {
                throw new QuoteMismatchException(version, quote.start(), quote.end());
            }
        }
    }

    private static List<Result.Met> met(Draft draft, List<String> ids) {
        List<Result.Met> met = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Identified one : draft.provisions()) {
            String id = id(one, ids);
            present.add(id);
            met.add(new Result.Met(id, one.found(), one.known() == null, true));
        }
        Draft.From from = draft.from();
        if (from != null) {
            for (Identified one : from.provisions()) {
                String id = id(one, ids);
                if (!present.contains(id)) {
                    met.add(new Result.Met(id, one.found(), one.known() == null, false));
                }
            }
        }
        return met;
    }

    private static String id(Identified one, List<String> ids) {
        KnownProvision known = one.known();
        return known == null ? ids.get(one.ordinal()) : known.id();
    }

    /** Those that staff did not reject, as staff corrected them. */
    private static List<TrackedProvision> tracked(List<Identified> provisions, List<String> ids) {
        List<TrackedProvision> tracked = new ArrayList<>();
        for (Identified one : provisions) {
            KnownProvision known = one.known();
            if (known == null) {
                tracked.add(new TrackedProvision(id(one, ids), one.found()));
            } else if (!known.rejected()) {
                tracked.add(new TrackedProvision(known.id(), known.corrected(one.found())));
            }
        }
        return tracked;
    }

    private ProvisionPart part(TrackedProvision tracked, AgreementText text) {
        DetectedProvision provision = tracked.provision();
        ProvisionType type = clauses.catalogue().type(provision.type());
        ProvisionRecord record = clauses.writer().write(provision, text);
        return new ProvisionPart(
                tracked.id(),
                type.slug(),
                record.title(),
                type.group(),
                provision.polarity(),
                provision.severity(),
                provision.confidence(),
                provision.section(),
                provision.quotes(),
                provision.factors(),
                provision.evidence(),
                provision.choice(),
                provision.audiences(),
                provision.wordings(),
                record.regulations(),
                RecordPart.of(record));
    }
}
