/** The pages for our staff: how the pipeline fares, and what can be done about it. They work without a script. */
@NullMarked
package io.conductatlas.gateway.ops;

import org.jspecify.annotations.NullMarked;
