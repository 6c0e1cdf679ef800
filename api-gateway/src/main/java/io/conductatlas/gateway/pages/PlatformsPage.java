package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;
import java.util.List;

/** All platforms. */
record PlatformsPage(Frame frame, List<PlatformLine> platforms) {}
