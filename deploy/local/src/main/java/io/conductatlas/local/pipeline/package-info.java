/** Watching from outside what the pipeline does: what its topics tell, and whether anything is still under way. */
@NullMarked
package io.conductatlas.local.pipeline;

import org.jspecify.annotations.NullMarked;
