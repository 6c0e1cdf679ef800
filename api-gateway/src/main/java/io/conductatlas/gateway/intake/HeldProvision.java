package io.conductatlas.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.readmodel.ChoiceView;
import io.conductatlas.gateway.readmodel.EngagedView;
import io.conductatlas.gateway.readmodel.EvidenceView;
import io.conductatlas.gateway.readmodel.FactorView;
import io.conductatlas.gateway.readmodel.QuoteView;
import io.conductatlas.gateway.readmodel.RecordView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provision as an assessment's object in the archive holds it. */
record HeldProvision(
        String id,
        String type,
        String title,
        Polarity polarity,
        Severity severity,
        double confidence,
        List<QuoteView> quotes,
        List<FactorView> factors,
        List<EngagedView> regulations,
        List<EvidenceView> evidence,
        ChoiceView choice,
        @Nullable RecordView record) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The provisions of an object.
     *
     * @throws IllegalArgumentException if it is not what the classifier writes, which no waiting will heal
     */
    static List<HeldProvision> read(byte[] object) {
        try {
            JsonNode root = JSON.readTree(object);
            List<HeldProvision> provisions = new ArrayList<>();
            root.path("provisions").forEach(provision -> provisions.add(of(provision)));
            return provisions;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the assessment is not JSON", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the assessment cannot be read", e);
        }
    }

    private static HeldProvision of(JsonNode provision) {
        String section = provision.path("section").asText();
        List<QuoteView> quotes = new ArrayList<>();
        for (JsonNode quote : provision.path("quotes")) {
            quotes.add(new QuoteView(
                    quote.path("start").asInt(),
                    quote.path("end").asInt(),
                    quote.path("text").asText(),
                    section));
        }
        List<FactorView> factors = new ArrayList<>();
        for (JsonNode factor : provision.path("factors")) {
            factors.add(new FactorView(
                    factor.path("name").asText(),
                    factor.path("says").asText(),
                    factor.hasNonNull("weight") ? factor.get("weight").asInt() : null,
                    text(factor.path("words"), "text")));
        }
        List<EngagedView> regulations = new ArrayList<>();
        for (JsonNode regulation : provision.path("regulations")) {
            regulations.add(new EngagedView(
                    regulation.path("regulation").asText(),
                    regulation.path("name").asText(),
                    regulation.path("article").asText(),
                    text(regulation, "heading"),
                    regulation.path("why").asText(),
                    text(regulation, "when"),
                    text(regulation, "jurisdiction"),
                    text(regulation, "authority")));
        }
        return new HeldProvision(
                provision.path("id").asText(),
                provision.path("type").asText(),
                provision.path("title").asText(),
                Polarity.valueOf(provision.path("polarity").asText(Polarity.STATED.name())),
                Severity.valueOf(provision.path("severity").asText()),
                provision.path("confidence").asDouble(),
                quotes,
                factors,
                regulations,
                evidence(provision.path("evidence")),
                new ChoiceView(
                        texts(provision.path("choice").path("steps")),
                        texts(provision.path("choice").path("deadlines"))),
                provision.hasNonNull("record") ? record(provision.path("record")) : null);
    }

    private static RecordView record(JsonNode record) {
        return new RecordView(
                record.path("what").asText(),
                record.path("why").asText(),
                record.path("impact").asText(),
                record.path("interpretiveNote").asText(),
                record.path("severityReason").asText(),
                record.path("optOut").asText(),
                strings(record.path("choices")),
                strings(record.path("agencies")),
                record.path("enforcement").asText(),
                strings(record.path("diligence")));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asText()));
        return strings;
    }

    private static List<EvidenceView> evidence(JsonNode evidence) {
        List<EvidenceView> all = new ArrayList<>();
        evidence.forEach(one -> all.add(new EvidenceView(
                one.path("rule").asText(), one.path("words").path("text").asText())));
        return all;
    }

    private static List<String> texts(JsonNode quotes) {
        List<String> texts = new ArrayList<>();
        quotes.forEach(quote -> texts.add(quote.path("text").asText()));
        return texts;
    }
}
