/** The provisions of each document, under the names they keep. */
@NullMarked
package io.conductatlas.classifier.provision;

import org.jspecify.annotations.NullMarked;
