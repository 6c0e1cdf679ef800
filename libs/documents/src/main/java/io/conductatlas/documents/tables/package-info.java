/** Tables and lists of an agreement as data, so that a change can be told by the entries that came and went. */
@NullMarked
package io.conductatlas.documents.tables;

import org.jspecify.annotations.NullMarked;
