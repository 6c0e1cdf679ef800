package io.conductatlas.clauses.assessment;

import java.util.List;

/**
 * A provision that left one document of a platform for another.
 *
 * @param provisionId the provision of the document that is assessed
 * @param document the other document's name, for example {@code Terms of Service}
 * @param arrived whether it came to the document that is assessed; else it left it
 * @param wordsLost what it said and no longer says, in the order of the old text; empty where it says the same
 */
public record Relocated(String provisionId, String document, boolean arrived, List<String> wordsLost) {
    public Relocated {
        wordsLost = List.copyOf(wordsLost);
    }
}
