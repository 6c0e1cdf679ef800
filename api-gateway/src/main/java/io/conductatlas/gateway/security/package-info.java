/** What callers may be, and that no other site acts for them. */
@NullMarked
package io.conductatlas.gateway.security;

import org.jspecify.annotations.NullMarked;
