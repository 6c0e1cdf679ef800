/** Writes rows inside the caller's transaction. */
@NullMarked
package io.conductatlas.gateway.storage;

import org.jspecify.annotations.NullMarked;
