package io.conductatlas.differ.capture;

import io.conductatlas.documents.AgreementText;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts asked for last, as many as have a given number of characters together: documents differ in length by a factor of
 * a thousand, so that their number says nothing of the memory they take. Safe for use by several threads.
 */
final class RememberedTexts {

    private final long mostCharacters;
    private final Map<String, AgreementText> byHash = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

    /** @param mostCharacters of Markdown and plain text together, each of one or two bytes */
    RememberedTexts(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    synchronized Optional<AgreementText> find(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** Forgets those not asked for longest where there is no room; a text that is too long by itself is not kept at all. */
    synchronized void remember(String hash, AgreementText text) {
        if (charactersOf(text) > mostCharacters || byHash.containsKey(hash)) {
            return;
        }
        byHash.put(hash, text);
        characters += charactersOf(text);
        Iterator<AgreementText> eldestFirst = byHash.values().iterator();
        while (characters > mostCharacters) {
            characters -= charactersOf(eldestFirst.next());
            eldestFirst.remove();
        }
    }

    private static long charactersOf(AgreementText text) {
        return (long) text.markdown().length() + text.text().length();
    }
}
