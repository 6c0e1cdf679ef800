package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Platforms beside each other on one type.
 *
 * @param choices a field of the form for each platform
 * @param type what is compared; null while nothing is chosen
 * @param columns empty while fewer than two platforms are chosen
 */
record ComparePage(
        Frame frame,
        List<Option> types,
        List<Choice> choices,
        @Nullable Link type,
        List<Column> columns) {

    /** A field of the form. */
    record Choice(String name, List<Option> options) {}

    /** A platform's provisions of the type. */
    record Column(Link platform, List<ProvisionLine> provisions) {}
}
