@NullMarked
package io.conductatlas.fetcher.politeness;

import org.jspecify.annotations.NullMarked;
