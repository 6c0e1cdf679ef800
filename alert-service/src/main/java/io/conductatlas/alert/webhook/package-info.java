/** Signed calls to subscribers' endpoints, as Standard Webhooks 1.0.0 describes them. */
@NullMarked
package io.conductatlas.alert.webhook;

import org.jspecify.annotations.NullMarked;
