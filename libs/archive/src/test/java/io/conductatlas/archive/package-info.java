@NullMarked
package io.conductatlas.archive;

import org.jspecify.annotations.NullMarked;
