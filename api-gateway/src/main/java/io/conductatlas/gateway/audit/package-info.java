/** Who of our staff did what, when and why; only ever added to. */
@NullMarked
package io.conductatlas.gateway.audit;

import org.jspecify.annotations.NullMarked;
