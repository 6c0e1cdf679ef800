package io.conductatlas.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hibernate.HibernateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                database("08006"),
                database("53300"),
                database("53100"),
                database("40001"),
                database("40P01"),
                database("57P01"),
                database("57P03"),
                new SQLException("the server shuts down", "57P01"),
                new SQLTransientConnectionException("Connection is not available"),
                new JDBCConnectionException("gone", new SQLException("terminated", "08003")),
                new HibernateException(new CompletionException(new ConnectException("refused"))),
                ClosedConnectionException.INSTANCE,
                new VertxException("Connection was closed", true),
                new NoStackTraceThrowable("Timeout waiting for connection"),
                new IOException("Connection reset by peer"),
                new UnknownHostException("kafka"),
                new SocketTimeoutException("Read timed out"),
                new TimeoutException(),
                new DisconnectException(),
                new IllegalStateException("wrapped twice", new CompletionException(database("08001"))),
                new CompositeException(List.of(new IllegalStateException("first"), new ConnectException("second"))));
    }

    static Stream<Throwable> staying() {
        return Stream.of(
                database("23505"),
                database("22001"),
                database("42P01"),
                new SQLIntegrityConstraintViolationException("duplicate", "23505"),
                new ConstraintViolationException("duplicate", new SQLException("duplicate", "23505"), "key"),
                new RecordTooLargeException(),
                new IllegalArgumentException("a closed mind"),
                new NullPointerException(),
                new PoisonRecord("bad", new IOException("Connection reset by peer")),
                new IOException("no such file"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatIsAwayOrBusyPasses(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("staying")
    void whatIsWrongStays(Throwable failure) {
        assertThat(Failures.isTransient(failure)).isFalse();
    }

    @Test
    void aCauseThatLeadsBackToItselfIsLookedAtOnce() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(Failures.isTransient(one)).isFalse();
    }

    private static PgException database(String state) {
        return new PgException("said by the database", "ERROR", state, null);
    }
}
