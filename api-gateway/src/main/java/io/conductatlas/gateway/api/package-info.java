/** What anybody with a key may read. */
@NullMarked
package io.conductatlas.gateway.api;

import org.jspecify.annotations.NullMarked;
