package io.conductatlas.gateway.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.conductatlas.events.SourceFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a filter as the community's declarations have it: a name, or an object of one name with its parameters. */
class FilterReader extends JsonDeserializer<SourceFilter> {

    @Override
    public SourceFilter deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        try {
            if (node.isTextual()) {
                return new SourceFilter(node.asText(), List.of());
            }
            if (node.isObject() && node.size() == 1) {
                Map.Entry<String, JsonNode> named = node.properties().iterator().next();
                return new SourceFilter(named.getKey(), parameters(named.getValue()));
            }
        } catch (IllegalArgumentException e) {
            throw MismatchedInputException.from(parser, SourceFilter.class, "not a filter");
        }
        throw MismatchedInputException.from(parser, SourceFilter.class, "not a filter");
    }

    private static List<String> parameters(JsonNode value) {
        List<String> parameters = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> parameters.add(one.asText()));
        } else {
            parameters.add(value.asText());
        }
        return parameters;
    }
}
