/** The one process that holds what the services need around them: Kafka, PostgreSQL, object store, mail, sandbox. */
@NullMarked
package io.conductatlas.local.infrastructure;

import org.jspecify.annotations.NullMarked;
