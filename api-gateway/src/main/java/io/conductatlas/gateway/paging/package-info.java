/** Cursors that cannot be forged, and answers that need not be sent twice. */
@NullMarked
package io.conductatlas.gateway.paging;

import org.jspecify.annotations.NullMarked;
