package io.conductatlas.gateway.problems;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells browsers from clients of the API by what they accept. */
final class Acceptance {

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> DATA = Set.of("application/json", "application/problem+json");

    private Acceptance() {}

    /**
     * Whether an HTML page is wanted: where it is named, and JSON is not preferred to it. Whoever takes anything, or says
     * nothing, is a program.
     *
     * @param accept the header's value; null where there is none
     */
    static boolean wantsPage(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        double page = 0;
        double data = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.strip().split("\\s*;\\s*", -1);
            if (PAGES.contains(parts[0])) {
                page = Math.max(page, quality(parts));
            } else if (DATA.contains(parts[0])) {
                data = Math.max(data, quality(parts));
            }
        }
        return page > 0 && page >= data;
    }

    private static double quality(String[] parts) {
        for (String parameter : parts) {
            if (parameter.matches("q=[01](\\.[0-9]{0,3})?")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
