/** The dates an agreement states about itself. */
@NullMarked
package io.conductatlas.documents.dates;

import org.jspecify.annotations.NullMarked;
