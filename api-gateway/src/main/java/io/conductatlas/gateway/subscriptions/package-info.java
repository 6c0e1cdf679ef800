/** What subscribers follow. */
@NullMarked
package io.conductatlas.gateway.subscriptions;

import org.jspecify.annotations.NullMarked;
