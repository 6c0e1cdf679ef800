package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry of provisions. */
record ProvisionsPage(
        Frame frame,
        List<Option> types,
        List<Option> severities,
        List<Option> platforms,
        List<ProvisionLine> provisions,
        @Nullable String next) {}
