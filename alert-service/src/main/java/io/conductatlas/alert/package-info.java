/** Tells subscribers what changed, within their plans, and records why somebody was not told. */
@NullMarked
package io.conductatlas.alert;

import org.jspecify.annotations.NullMarked;
