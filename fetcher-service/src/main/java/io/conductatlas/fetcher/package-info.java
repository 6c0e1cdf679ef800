/** Fetches the sources of documents politely and when they are due, and takes over captures from archives. */
@NullMarked
package io.conductatlas.fetcher;

import org.jspecify.annotations.NullMarked;
