package io.conductatlas.gateway.readmodel;

/**
 * Words of a Version that a provision quotes.
 *
 * @param start where they begin in the Version's plain text, in UTF-16 units
 */
public record ProvisionMark(String provisionId, String title, int start, int end) {}
