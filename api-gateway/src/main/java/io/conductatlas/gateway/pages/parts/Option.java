package io.conductatlas.gateway.pages.parts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A choice of a form. */
public record Option(String value, String text, boolean chosen) {

    /** The constants of an enum, the last first. */
    public static <E extends Enum<E>> List<Option> of(Class<E> type, @Nullable E chosen) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .sorted((a, b) -> b.ordinal() - a.ordinal())
                .map(constant -> new Option(constant.name(), Words.of(constant), constant == chosen))
                .toList();
    }
}
