package io.conductatlas.fetcher.capture;

import io.conductatlas.events.SourceDeclared;

/**
 * A source that is ours for now.
 *
 * @param owner which instance holds it
 * @param fence a number that only grows; whoever writes with an older one is refused
 * @param source as it is to be fetched
 */
public record Held(SourceDeclared source, String owner, long fence) {}
