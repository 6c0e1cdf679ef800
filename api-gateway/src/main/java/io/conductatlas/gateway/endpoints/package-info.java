/** Where subscribers want webhooks sent. */
@NullMarked
package io.conductatlas.gateway.endpoints;

import org.jspecify.annotations.NullMarked;
