@NullMarked
package io.conductatlas.fetcher;

import org.jspecify.annotations.NullMarked;
