package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.readmodel.PlatformView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What pages read from and write into query strings. */
public final class Queries {
    private Queries() {}

    /** The constant of that name; null where there is none, as when nothing was chosen. */
    public static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static @Nullable String absentIfEmpty(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** A path with those parameters that are not empty. */
    public static String address(String path, Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getValue().isEmpty())
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    static List<Option> platformOptions(List<PlatformView> platforms, String chosen) {
        return platforms.stream()
                .map(platform -> new Option(
                        platform.slug(), platform.name(), platform.slug().equals(chosen)))
                .toList();
    }
}
