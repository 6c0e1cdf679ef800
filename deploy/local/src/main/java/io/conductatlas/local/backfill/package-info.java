/** Sending an archive of dated documents through the pipeline. */
@NullMarked
package io.conductatlas.local.backfill;

import org.jspecify.annotations.NullMarked;
