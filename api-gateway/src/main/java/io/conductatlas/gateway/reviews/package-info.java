/** What our staff decide about what the pipeline found, told on {@code atlas.reviews}. */
@NullMarked
package io.conductatlas.gateway.reviews;

import org.jspecify.annotations.NullMarked;
