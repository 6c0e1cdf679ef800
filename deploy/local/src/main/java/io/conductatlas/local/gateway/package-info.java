/** Talking to the api gateway as staff and partners do: over its REST API, with a key. */
@NullMarked
package io.conductatlas.local.gateway;

import org.jspecify.annotations.NullMarked;
