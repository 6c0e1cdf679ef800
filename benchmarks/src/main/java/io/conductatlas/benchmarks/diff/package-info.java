/** What comparing two texts costs. */
@NullMarked
package io.conductatlas.benchmarks.diff;

import org.jspecify.annotations.NullMarked;
