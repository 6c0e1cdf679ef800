package io.conductatlas.gateway.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.conductatlas.events.Selector;
import java.io.IOException;

/** Reads a selector: a string is a CSS selector, an object may be a range too. */
class SelectorReader extends JsonDeserializer<Selector> {

    @Override
    public Selector deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    ? Selector.css(parser.getText())
                    : context.readValue(parser, Selector.class);
        } catch (IllegalArgumentException e) {
            throw MismatchedInputException.from(parser, Selector.class, "not a selector");
        }
    }
}
