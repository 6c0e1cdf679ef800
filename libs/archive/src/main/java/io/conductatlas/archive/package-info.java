/**
 * The object store: every object is named by the hash of its own bytes, is written once, and is checked whenever it is
 * read.
 */
@NullMarked
package io.conductatlas.archive;

import org.jspecify.annotations.NullMarked;
