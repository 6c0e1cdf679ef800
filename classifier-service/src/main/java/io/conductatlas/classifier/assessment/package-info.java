/** Reads versions and changes, judges them, and tells what was found. */
@NullMarked
package io.conductatlas.classifier.assessment;

import org.jspecify.annotations.NullMarked;
