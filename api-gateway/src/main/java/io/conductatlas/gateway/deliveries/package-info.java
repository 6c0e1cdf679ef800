/** What subscribers can learn of what they were told. */
@NullMarked
package io.conductatlas.gateway.deliveries;

import org.jspecify.annotations.NullMarked;
