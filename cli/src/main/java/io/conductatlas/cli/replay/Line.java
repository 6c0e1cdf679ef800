package io.conductatlas.cli.replay;

import java.time.Instant;

/**
 * What became of one text of a history.
 *
 * @param version its number in the document; 0 for a refused one
 * @param what its class, or why it was refused
 * @param significance from 0 to 1
 * @param detail for people
 */
record Line(Instant at, int version, String what, double significance, Told told, String detail) {}
