/**
 * The real servers that the product needs, started from Maven jars on loopback: one Kafka node, one PostgreSQL, one
 * object store.
 *
 * <p>Tests and the local stack use the same three classes. What differs is how long the data is to live: tests start
 * them on free ports in folders that are thrown away, the local stack on fixed ports with everything durable.
 */
@NullMarked
package io.conductatlas.embedded;

import org.jspecify.annotations.NullMarked;
