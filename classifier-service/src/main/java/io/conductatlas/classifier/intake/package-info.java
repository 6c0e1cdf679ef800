/** Takes what the classifier has to know from the topics. */
@NullMarked
package io.conductatlas.classifier.intake;

import org.jspecify.annotations.NullMarked;
