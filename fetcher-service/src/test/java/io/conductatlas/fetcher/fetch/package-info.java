@NullMarked
package io.conductatlas.fetcher.fetch;

import org.jspecify.annotations.NullMarked;
