/** The command that names provisions. */
@NullMarked
package io.conductatlas.cli.classify;

import org.jspecify.annotations.NullMarked;
