package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Regulation;
import java.util.List;

/** The articles a type engages, with the names of their regulations. */
public final class Regulations {
    private Regulations() {}

    /** Those of one type, in the catalogue's order. */
    public static List<EngagedRegulation> of(Catalogue catalogue, String type) {
        return catalogue.type(type).regulations().stream()
                .map(engagement -> {
                    Regulation regulation = catalogue.regulation(engagement.regulation());
                    return new EngagedRegulation(
                            regulation.slug(),
                            regulation.name(),
                            engagement.article(),
                            regulation.articles().getOrDefault(engagement.article(), ""),
                            engagement.why(),
                            engagement.when(),
                            regulation.jurisdiction(),
                            regulation.authority(),
                            type);
                })
                .toList();
    }
}
