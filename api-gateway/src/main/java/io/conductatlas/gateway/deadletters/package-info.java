/** The records that a consumer group could never handle: what they hold, and sending them again or letting them go. */
@NullMarked
package io.conductatlas.gateway.deadletters;

import org.jspecify.annotations.NullMarked;
