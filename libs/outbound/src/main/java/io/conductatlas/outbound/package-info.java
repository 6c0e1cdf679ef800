/**
 * The only way out: an HTTP client that strangers may hand addresses to.
 *
 * <p>Every address is parsed strictly, resolved, checked against a table of networks nobody may be sent to, and dialled
 * at exactly the address that was checked; so is every redirect. What comes back is limited in size, in expansion and in
 * time.
 */
@NullMarked
package io.conductatlas.outbound;

import org.jspecify.annotations.NullMarked;
