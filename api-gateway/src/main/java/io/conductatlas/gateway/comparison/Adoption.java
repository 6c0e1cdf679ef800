package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.TypeAdoption;
import java.util.List;

/**
 * How common types are among the platforms under watch; every page and every answer that counts them asks here, so that
 * counts agree.
 *
 * @param platforms how many are under watch: those with a Version
 */
public record Adoption(List<TypeAdoption> types, int platforms) {
    public Adoption {
        types = List.copyOf(types);
    }

    public TypeAdoption of(String type) {
        return types.stream()
                .filter(adoption -> adoption.type().equals(type))
                .findFirst()
                .orElseGet(() -> new TypeAdoption(type, type, 0, 0, 0, 0, 0, 0));
    }

    /** One type's. */
    public Spread spread(String type) {
        TypeAdoption found = of(type);
        return new Spread(
                found.platforms(),
                platforms,
                percent(found.platforms()),
                found.denying(),
                found.provisions(),
                found.high(),
                found.medium(),
                found.low(),
                Rarity.of(found.platforms(), platforms));
    }

    /** {@code 3 of 8 platforms (38 %)}. */
    public String sentence(String type) {
        int with = of(type).platforms();
        return platforms == 0
                ? "No platform is under watch yet"
                : "%d of %d platforms under watch (%d %%)".formatted(with, platforms, percent(with));
    }

    /** {@code 2 more state that they do not do it.}, or empty. */
    public String denials(String type) {
        int denying = of(type).denying();
        if (denying == 0) {
            return "";
        }
        return denying == 1
                ? "1 more states that it does not do it."
                : "%d more state that they do not do it.".formatted(denying);
    }

    /** {@code 3 of 8}. */
    public String ratio(String type) {
        return "%d of %d".formatted(of(type).platforms(), platforms);
    }

    private int percent(int with) {
        return platforms == 0 ? 0 : (int) Math.round(100.0 * with / platforms);
    }

    /**
     * How far a type is spread.
     *
     * @param platforms how many platforms state it
     * @param of how many are under watch
     * @param percent of them
     * @param denying how many more state that they do not do it
     * @param provisions how many are stated; with high, medium and low of them
     */
    public record Spread(
            int platforms,
            int of,
            int percent,
            int denying,
            int provisions,
            int high,
            int medium,
            int low,
            Rarity rarity) {}
}
