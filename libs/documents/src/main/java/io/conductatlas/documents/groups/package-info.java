/** Changes of one platform's documents that belong together. */
@NullMarked
package io.conductatlas.documents.groups;

import org.jspecify.annotations.NullMarked;
