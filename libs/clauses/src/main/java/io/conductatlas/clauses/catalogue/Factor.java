package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * Something in the words of a provision that makes it weigh more or less.
 *
 * @param name such as {@code opt-out-offered}
 * @param weight added to the severity's points; negative where it makes the provision milder
 * @param says one sentence that names it
 * @param inClause whether it is looked for in the clause alone, or around it too; without a word on it, what makes it heavier is
 *     looked for in the clause and what makes it milder around it
 * @param any phrases that show it
 */
public record Factor(String name, int weight, String says, boolean inClause, List<String> any) {
    public Factor {
        any = List.copyOf(any);
    }
}
