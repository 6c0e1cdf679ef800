/** The offline commands on the pure libraries. */
@NullMarked
package io.conductatlas.cli;

import org.jspecify.annotations.NullMarked;
