package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.CorrectionLine;
import io.conductatlas.gateway.pages.parts.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of what was put right. */
record CorrectionsPage(
        Frame frame,
        List<CorrectionLine> corrections,
        @Nullable String next) {}
