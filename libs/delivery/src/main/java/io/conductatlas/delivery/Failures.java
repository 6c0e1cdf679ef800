package io.conductatlas.delivery;

import io.conductatlas.archive.ArchiveException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that pass from failures that stay.
 *
 * <p>Transient is what time or an operator heals without anybody changing the event or the code: a database, broker or
 * object store that is away, full or restarting, a lost race between transactions, a timeout. All else is permanent.
 */
public final class Failures {

    private static final boolean ARCHIVE_IS_HERE = isHere("io.conductatlas.archive.ArchiveException");

    private static final Set<String> PASSING_SQL_STATES = Set.of(
            "25006", // read-only: a fail-over is under way
            "40001", // could not serialise
            "40P01", // deadlock
            "55P03", // a lock was not to be had in time
            "57014", // statement timeout
            "57P01", // the server shuts down
            "57P02", // the server crashed
            "57P03", // the server starts
            "57P05"); // the session was idle for too long

    private Failures() {}

    /** Whether the same step may succeed later as it is; looks through wrappers to the causes. */
    public static boolean isTransient(Throwable failure) {
        return isTransient(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isTransient(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (failure instanceof PoisonRecord) {
            return false;
        }
        if (ARCHIVE_IS_HERE && failure instanceof ArchiveException archive) {
            return archive.isTransient();
        }
        if (passes(failure)) {
            return true;
        }
        Stream<Throwable> causes = failure instanceof CompositeException several
                ? several.getCauses().stream()
                : Stream.ofNullable(failure.getCause());
        return causes.anyMatch(cause -> isTransient(cause, seen));
    }

    private static boolean passes(Throwable failure) {
        if (failure instanceof PgException database) {
            return passes(database.getSqlState());
        }
        if (failure instanceof SQLException database) {
            return database instanceof SQLTransientException
                    || database instanceof SQLRecoverableException
                    || passes(database.getSQLState());
        }
        return failure instanceof ClosedConnectionException
                || failure instanceof ClosedChannelException
                || failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof InterruptedIOException
                || failure instanceof EOFException
                || failure instanceof TimeoutException
                || failure instanceof io.smallrye.mutiny.TimeoutException
                || failure instanceof RetriableException
                || saysThatAConnectionBroke(failure);
    }

    /** Classes 08 (connection) and 53 (out of connections, memory or disk) pass whole. */
    private static boolean passes(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08") || sqlState.startsWith("53") || PASSING_SQL_STATES.contains(sqlState));
    }

    /** Vert.x and the kernel have no types for these, only words. */
    private static boolean saysThatAConnectionBroke(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) {
            return false;
        }
        String words = message.toLowerCase(Locale.ROOT);
        if (failure instanceof VertxException || failure instanceof NoStackTraceThrowable) {
            return words.contains("closed") || words.contains("timeout") || words.contains("pool");
        }
        return failure instanceof IOException
                && (words.contains("connection reset") || words.contains("broken pipe") || words.contains("timed out"));
    }

    private static boolean isHere(String type) {
        try {
            Class.forName(type, false, Failures.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
