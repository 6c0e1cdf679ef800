/** A receiver of webhooks as a partner would run one: it checks each signature and keeps what came. */
@NullMarked
package io.conductatlas.local.hooks;

import org.jspecify.annotations.NullMarked;
