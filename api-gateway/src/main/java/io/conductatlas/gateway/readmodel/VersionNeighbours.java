package io.conductatlas.gateway.readmodel;

import java.util.Optional;

/** The Versions of the same document that are numbered next to one. */
public record VersionNeighbours(Optional<VersionView> earlier, Optional<VersionView> later) {}
