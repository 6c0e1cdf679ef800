/** What could not be read or was refused, and dates that moved: no changes, but worth a line in the digest. */
@NullMarked
package io.conductatlas.alert.outages;

import org.jspecify.annotations.NullMarked;
