package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.readmodel.TypeAdoption;
import java.util.List;

/** How common types are among the platforms under watch; every page that counts them asks here, so that counts agree. */
record Adoption(List<TypeAdoption> types, int platforms) {
    Adoption {
        types = List.copyOf(types);
    }

    TypeAdoption of(String type) {
        return types.stream()
                .filter(adoption -> adoption.type().equals(type))
                .findFirst()
                .orElseGet(() -> new TypeAdoption(type, type, 0, 0, 0, 0, 0, 0));
    }

    /** {@code 3 of 8 platforms (38 %)}. */
    String sentence(String type) {
        int with = of(type).platforms();
        return platforms == 0
                ? "No platform is under watch yet"
                : "%d of %d platforms under watch (%d %%)"
                        .formatted(with, platforms, Math.round(100.0 * with / platforms));
    }

    /** {@code 2 more state that they do not do it.}, or empty. */
    String denials(String type) {
        int denying = of(type).denying();
        if (denying == 0) {
            return "";
        }
        return denying == 1
                ? "1 more states that it does not do it."
                : "%d more state that they do not do it.".formatted(denying);
    }

    /** {@code 3 of 8}. */
    String ratio(String type) {
        return "%d of %d".formatted(of(type).platforms(), platforms);
    }
}
