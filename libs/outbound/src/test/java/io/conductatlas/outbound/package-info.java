@NullMarked
package io.conductatlas.outbound;

import org.jspecify.annotations.NullMarked;
