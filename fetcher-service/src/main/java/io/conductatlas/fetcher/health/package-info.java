/** Whether this instance can do its work. */
@NullMarked
package io.conductatlas.fetcher.health;

import org.jspecify.annotations.NullMarked;
