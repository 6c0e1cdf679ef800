package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.ProvisionView;

/**
 * A provision of the same type on another platform whose words are alike.
 *
 * @param words all that it quotes, with what introduces a list before its items
 * @param likeness from {@link Comparison#FLOOR} to 1, the cosine of the words' counts
 */
public record Peer(ProvisionView provision, String words, double likeness) {}
