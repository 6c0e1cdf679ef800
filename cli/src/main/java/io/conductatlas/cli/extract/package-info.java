/** The command that finds agreements in pages. */
@NullMarked
package io.conductatlas.cli.extract;

import org.jspecify.annotations.NullMarked;
