/** The command that tells what lies between two texts. */
@NullMarked
package io.conductatlas.cli.diff;

import org.jspecify.annotations.NullMarked;
