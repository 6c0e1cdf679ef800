package io.conductatlas.gateway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.events.RegulationTag;
import io.conductatlas.events.Severity;
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
        Severity severity,
        List<QuoteView> quotes,
        List<FactorView> factors,
        List<RegulationTag> regulations) {

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
                Severity.valueOf(provision.path("severity").asText()),
                quotes,
                factors,
                regulations);
    }
}
