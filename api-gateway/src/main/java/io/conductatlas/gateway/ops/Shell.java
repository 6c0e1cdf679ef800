package io.conductatlas.gateway.ops;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page for staff.
 *
 * @param member who is signed in
 * @param section which entry of the menu is marked
 * @param notice what was just done; null where nothing was
 */
record Shell(String member, String section, @Nullable String notice) {}
