/**
 * A small web of fictional platforms whose agreements change by a script, the days on which they do, and the demo that
 * plays those days through the whole pipeline.
 *
 * <p>The script and the texts are data, in {@code resources/sandbox}: read {@code script.yaml} first.
 */
@NullMarked
package io.conductatlas.local.sandbox;

import org.jspecify.annotations.NullMarked;
