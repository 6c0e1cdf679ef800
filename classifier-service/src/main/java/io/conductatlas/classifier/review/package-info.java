/** What staff decided about provisions and assessments. */
@NullMarked
package io.conductatlas.classifier.review;

import org.jspecify.annotations.NullMarked;
