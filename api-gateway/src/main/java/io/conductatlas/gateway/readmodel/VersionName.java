package io.conductatlas.gateway.readmodel;

import java.time.Instant;

/** A Version as a Change names it. */
public record VersionName(String id, int number, String textHash, int words, int sentences, Instant observedAt) {}
