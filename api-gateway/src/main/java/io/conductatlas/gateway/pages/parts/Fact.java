package io.conductatlas.gateway.pages.parts;

/** A line of a list of facts. */
public record Fact(String name, String value) {}
