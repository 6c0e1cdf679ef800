package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * A word that makes a promise weaker or a permission broader, or the other way round.
 *
 * @param slug such as {@code including-but-not-limited-to}
 * @param text as people read it
 * @param strength negative where it weakens what is promised or widens what is allowed
 * @param any phrases
 */
public record Wording(String slug, String text, int strength, List<String> any) {
    public Wording {
        any = List.copyOf(any);
    }
}
