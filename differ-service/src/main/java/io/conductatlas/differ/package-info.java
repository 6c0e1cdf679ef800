/** Makes Versions and Changes of captures. */
@NullMarked
package io.conductatlas.differ;

import org.jspecify.annotations.NullMarked;
