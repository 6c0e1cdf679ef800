/** The platforms and sources that staff have declared. */
@NullMarked
package io.conductatlas.gateway.registry;

import org.jspecify.annotations.NullMarked;
