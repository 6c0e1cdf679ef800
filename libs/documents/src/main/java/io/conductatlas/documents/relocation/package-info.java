/** Text that left one document of a platform and stands, new, in another. */
@NullMarked
package io.conductatlas.documents.relocation;

import org.jspecify.annotations.NullMarked;
