@NullMarked
package io.conductatlas.classifier;

import org.jspecify.annotations.NullMarked;
