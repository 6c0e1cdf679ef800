/**
 * What all topics have told, arranged for reading: plain records, and one query bean a feature.
 *
 * <p>Everything here only reads. Texts, hunks and quotes come out of the archive, checked against their hashes; all else
 * comes out of the gateway's own database.
 */
@NullMarked
package io.conductatlas.gateway.readmodel;

import org.jspecify.annotations.NullMarked;
