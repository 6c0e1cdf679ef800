/**
 * Delivery that loses nothing and does nothing twice, out of parts that may fail at any moment.
 *
 * <p>Whoever tells something writes it to the {@link io.conductatlas.delivery.Outbox} in the transaction that makes it
 * true; the relay tells Kafka afterwards, at least once and in order per key. Whoever is told goes through
 * {@link io.conductatlas.delivery.Intake} and claims the event in the {@link io.conductatlas.delivery.Inbox} in the
 * transaction of its effect, so that being told twice changes nothing. What cannot be handled goes to the dead letters;
 * what merely cannot be handled now is waited for.
 */
@NullMarked
package io.conductatlas.delivery;

import org.jspecify.annotations.NullMarked;
