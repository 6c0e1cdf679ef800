package io.conductatlas.clauses.catalogue;

import java.util.List;

/**
 * Something in the words of a provision that makes it weigh more or less.
 *
 * @param name such as {@code opt-out-offered}
 * @param weight added to the severity's points; negative where it makes the provision milder
 * @param says one sentence that names it
 * @param any phrases that show it
 */
public record Factor(String name, int weight, String says, List<String> any) {
    public Factor {
        any = List.copyOf(any);
    }
}
