/** The way of a delivery: planned, reserved before it is tried, tried, and settled once. */
@NullMarked
package io.conductatlas.alert.dispatch;

import org.jspecify.annotations.NullMarked;
