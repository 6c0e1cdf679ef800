package io.conductatlas.gateway.readmodel;

import java.util.List;

/**
 * A passage that left one document of a platform and stands in others.
 *
 * @param resemblance of the words then and now, from 0 to 1
 * @param weakened whether words were lost on the way
 * @param wordsLost what it said and no longer says
 * @param passages where it was, then where it is, one place or more
 */
public record RelocationView(double resemblance, boolean weakened, List<String> wordsLost, List<PassageView> passages) {
    public RelocationView {
        wordsLost = List.copyOf(wordsLost);
        passages = List.copyOf(passages);
    }

    /** A stretch of a Version's text. */
    public record PassageView(DocumentName document, String change, String version, int start, int end) {}
}
