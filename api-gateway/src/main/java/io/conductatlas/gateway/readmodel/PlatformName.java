package io.conductatlas.gateway.readmodel;

import java.util.UUID;

/** A platform as other things name it. */
public record PlatformName(UUID id, String slug, String name) {}
