/** Where archives hand in captures of the past. */
@NullMarked
package io.conductatlas.fetcher.intake;

import org.jspecify.annotations.NullMarked;
