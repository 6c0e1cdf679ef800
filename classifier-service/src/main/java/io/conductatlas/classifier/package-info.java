/** Names provisions, follows them through changes, and says what each change means. */
@NullMarked
package io.conductatlas.classifier;

import org.jspecify.annotations.NullMarked;
