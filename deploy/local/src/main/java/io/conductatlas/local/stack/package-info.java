/** Starting, watching and stopping the processes of the local stack, and the folder their state lives in. */
@NullMarked
package io.conductatlas.local.stack;

import org.jspecify.annotations.NullMarked;
