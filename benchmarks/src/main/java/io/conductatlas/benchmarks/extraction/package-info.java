/** What it costs to find the agreement in a page. */
@NullMarked
package io.conductatlas.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
