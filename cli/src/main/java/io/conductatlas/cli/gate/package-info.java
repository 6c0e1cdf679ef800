/** The command that tells agreements from error pages. */
@NullMarked
package io.conductatlas.cli.gate;

import org.jspecify.annotations.NullMarked;
