package io.conductatlas.classifier.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.clauses.assessment.AffectedGroup;
import io.conductatlas.clauses.assessment.AssessedProvision;
import io.conductatlas.clauses.assessment.Assessment;
import io.conductatlas.clauses.assessment.Block;
import io.conductatlas.clauses.assessment.EngagedRegulation;
import io.conductatlas.clauses.assessment.ProvisionRecord;
import io.conductatlas.clauses.assessment.Statement;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.Choice;
import io.conductatlas.clauses.detection.Evidence;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.events.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the archive under {@code assessments/}: the whole of an assessment. Nothing in it depends on when it was
 * made, so that the same input gives the same bytes.
 *
 * @param version the Version the provisions are of
 * @param change what was judged; null for the assessment of a first version
 * @param catalogue the catalogue with all texts, as an object of its own
 * @param provisions those the version has, in the order of its text
 */
record AssessmentObject(
        String version,
        String catalogueVersion,
        ObjectRef catalogue,
        @Nullable ChangePart change,
        List<ProvisionPart> provisions) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** One provision with its exact words and what they engage. */
    record ProvisionPart(
            String id,
            String type,
            String title,
            String group,
            Polarity polarity,
            Severity severity,
            double confidence,
            String section,
            List<Quote> quotes,
            List<NamedFactor> factors,
            List<Evidence> evidence,
            Choice choice,
            List<String> audiences,
            List<String> wordings,
            List<EngagedRegulation> regulations,
            RecordPart record) {}

    /** What people are told of a provision beside its words. */
    record RecordPart(
            String what,
            String why,
            String impact,
            String interpretiveNote,
            String severityReason,
            String optOut,
            List<String> choices,
            List<String> agencies,
            String enforcement,
            List<String> diligence) {
        static RecordPart of(ProvisionRecord record) {
            return new RecordPart(
                    record.what(),
                    record.why(),
                    record.impact(),
                    record.interpretiveNote(),
                    record.severityReason(),
                    record.optOut(),
                    record.choices(),
                    record.agencies(),
                    record.enforcement(),
                    record.diligence());
        }
    }

    /** The judgement of a change. */
    record ChangePart(
            String change,
            String fromVersion,
            String title,
            String severity,
            String direction,
            String summary,
            List<Statement> statements,
            List<String> labels,
            List<AssessedProvision> provisionChanges,
            List<AffectedGroup> affected,
            List<EngagedRegulation> regulations,
            List<BlockPart> blocks) {
        static ChangePart of(String change, String fromVersion, Assessment assessment) {
            return new ChangePart(
                    change,
                    fromVersion,
                    assessment.title(),
                    assessment.severity().name(),
                    assessment.direction().name(),
                    text(assessment.summary()),
                    assessment.summary(),
                    assessment.labels(),
                    assessment.provisions(),
                    assessment.affected(),
                    assessment.regulations(),
                    assessment.blocks().stream().map(BlockPart::of).toList());
        }
    }

    /** A titled part of the record, whole and sentence by sentence. */
    record BlockPart(String kind, String title, String text, List<Statement> statements) {
        static BlockPart of(Block block) {
            return new BlockPart(block.kind(), block.title(), block.text(), block.statements());
        }
    }

    static String text(List<Statement> statements) {
        return String.join(" ", statements.stream().map(Statement::text).toList());
    }

    byte[] bytes() {
        return write(this);
    }

    static byte[] write(Object object) {
        try {
            return JSON.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an assessment cannot be written as JSON", e);
        }
    }
}
