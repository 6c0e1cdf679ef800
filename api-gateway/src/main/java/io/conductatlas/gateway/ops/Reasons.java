package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.problems.Faults;
import org.jspecify.annotations.Nullable;

/** Reads the reason that a form asks for; it goes to the audit log. */
final class Reasons {
    /** How long a reason may be. */
    static final int LONGEST = 500;

    private Reasons() {}

    /** Fails with 422 where it is empty. */
    static String needed(@Nullable String reason) {
        Faults faults = new Faults();
        String text = faults.text(reason, "reason", LONGEST);
        faults.raise();
        return text;
    }

    static String optional(@Nullable String reason) {
        Faults faults = new Faults();
        String text = faults.optionalText(reason, "reason", LONGEST);
        faults.raise();
        return text;
    }
}
