/** From a capture's bytes to a Version, a Change or a refusal. */
@NullMarked
package io.conductatlas.differ.capture;

import org.jspecify.annotations.NullMarked;
