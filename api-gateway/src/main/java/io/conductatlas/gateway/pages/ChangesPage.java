package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of all platforms.
 *
 * @param all whether those without bearing on meaning are among them
 * @param next the address of the next page
 */
record ChangesPage(
        Frame frame,
        boolean all,
        List<Option> platforms,
        List<Option> severities,
        List<ChangeLine> changes,
        @Nullable String next) {}
