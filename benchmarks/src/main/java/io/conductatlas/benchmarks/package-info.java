/** What the pure libraries cost: benchmarks by feature, and what they are measured with. */
@NullMarked
package io.conductatlas.benchmarks;

import org.jspecify.annotations.NullMarked;
