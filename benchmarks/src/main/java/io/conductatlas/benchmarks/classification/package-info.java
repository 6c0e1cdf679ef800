/** What naming the provisions of a text costs. */
@NullMarked
package io.conductatlas.benchmarks.classification;

import org.jspecify.annotations.NullMarked;
