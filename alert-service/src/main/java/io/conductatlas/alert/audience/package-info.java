/** Who is told about a change, over which channels, and why somebody is not: the one place where plans limit anything. */
@NullMarked
package io.conductatlas.alert.audience;

import org.jspecify.annotations.NullMarked;
