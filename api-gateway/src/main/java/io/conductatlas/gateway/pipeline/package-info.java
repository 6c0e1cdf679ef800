/** How far behind each part of the pipeline is. */
@NullMarked
package io.conductatlas.gateway.pipeline;

import org.jspecify.annotations.NullMarked;
