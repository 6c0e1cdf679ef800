/** Subscribers, what their plans allow, and the API keys that speak for them. */
@NullMarked
package io.conductatlas.gateway.accounts;

import org.jspecify.annotations.NullMarked;
