package io.conductatlas.documents.groups;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of one document, as far as its group goes.
 *
 * @param document which
 * @param at when the new text was seen
 * @param group which it belongs to, if to any
 */
public record DocumentChange(UUID document, Instant at, Optional<UUID> group) {}
