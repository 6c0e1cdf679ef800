/** Captures as WARC files, the form in which web archives keep their evidence. */
@NullMarked
package io.conductatlas.archive.warc;

import org.jspecify.annotations.NullMarked;
