/** Whether a captured text is the agreement at all. */
@NullMarked
package io.conductatlas.documents.gate;

import org.jspecify.annotations.NullMarked;
