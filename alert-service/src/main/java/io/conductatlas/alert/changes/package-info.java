/** The changes that subscribers are told about, with the words they touch. */
@NullMarked
package io.conductatlas.alert.changes;

import org.jspecify.annotations.NullMarked;
