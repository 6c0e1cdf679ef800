/**
 * The facts the services tell each other over Kafka.
 *
 * <p>Every type here is part of a published contract: fields are only ever added, never renamed, retyped or removed. A
 * breaking change is a new record with a new type name, published beside the old one. Values are whole and checked when
 * they are made; times are UTC instants; nothing here knows a framework.
 */
@NullMarked
package io.conductatlas.events;

import org.jspecify.annotations.NullMarked;
