@NullMarked
package io.conductatlas.fetcher.intake;

import org.jspecify.annotations.NullMarked;
