/** The index of who follows what, kept from the whole states on {@code atlas.subscriptions}. */
@NullMarked
package io.conductatlas.alert.subscribers;

import org.jspecify.annotations.NullMarked;
