/** How we treat hosts: one request at a time, pauses between them, and what their robots.txt asks for. */
@NullMarked
package io.conductatlas.fetcher.politeness;

import org.jspecify.annotations.NullMarked;
