package io.conductatlas.gateway.readmodel;

import java.util.UUID;

/** A document as other things name it. */
public record DocumentName(UUID id, String slug, String name, String type) {}
