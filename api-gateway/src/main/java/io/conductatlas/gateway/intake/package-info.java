/** Takes the events of all topics into the read model. */
@NullMarked
package io.conductatlas.gateway.intake;

import org.jspecify.annotations.NullMarked;
