/** The command line of the local stack: what {@code ./atlas} runs once everything is built. */
@NullMarked
package io.conductatlas.local;

import org.jspecify.annotations.NullMarked;
