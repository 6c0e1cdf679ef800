package io.conductatlas.clauses.assessment;

import java.util.EnumSet;
import java.util.Set;

/**
 * A change to a provision that a title or summary may call by the provision's type.
 *
 * @param sides where the words that came or went state what the type is about; both where a small word turned the statement
 */
record NamedChange(AssessedProvision provision, Set<Basis.Side> sides) {
    NamedChange {
        sides = sides.isEmpty() ? EnumSet.noneOf(Basis.Side.class) : EnumSet.copyOf(sides);
    }

    /** Whether more is said than before. */
    boolean came() {
        return sides.contains(Basis.Side.AFTER);
    }

    /** Whether less is said than before. */
    boolean went() {
        return sides.contains(Basis.Side.BEFORE);
    }
}
