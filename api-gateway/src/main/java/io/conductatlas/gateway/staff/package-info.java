/** The staff's accounts and their sessions in a browser. */
@NullMarked
package io.conductatlas.gateway.staff;

import org.jspecify.annotations.NullMarked;
