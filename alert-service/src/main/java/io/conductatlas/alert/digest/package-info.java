/** The weekly mail: one for each subscriber and week, in their own zone. */
@NullMarked
package io.conductatlas.alert.digest;

import org.jspecify.annotations.NullMarked;
