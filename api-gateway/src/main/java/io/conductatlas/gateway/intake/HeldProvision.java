package io.conductatlas.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.readmodel.ChoiceView;
import io.conductatlas.gateway.readmodel.EvidenceView;
import io.conductatlas.gateway.readmodel.FactorView;
import io.conductatlas.gateway.readmodel.QuoteView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
        List<RegulationTag> regulations,
        List<EvidenceView> evidence,
        ChoiceView choice) {

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
                    factor.path("name").asText(), factor.path("says").asText()));
        }
        List<RegulationTag> regulations = new ArrayList<>();
        for (JsonNode regulation : provision.path("regulations")) {
            regulations.add(new RegulationTag(
                    regulation.path("regulation").asText(),
                    regulation.path("name").asText(),
                    regulation.path("article").asText(),
                    regulation.path("why").asText()));
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
                        texts(provision.path("choice").path("deadlines"))));
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
