package io.conductatlas.alert.dispatch;

import io.conductatlas.events.WithheldReason;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a try. */
public sealed interface Outcome {

    /** One line for people, without secrets. */
    String detail();

    /** The HTTP or SMTP status, where there was an answer. */
    default @Nullable Integer status() {
        return null;
    }

    /** The other side has it. */
    record Delivered(@Nullable Integer status, String detail) implements Outcome {}

    /**
     * The other side does not have it, and may take it later.
     *
     * @param asked how long it asked us to wait
     */
    record NotYet(@Nullable Integer status, String detail, Optional<Duration> asked) implements Outcome {}

    /** The connection was lost in the middle: it may have it or not. */
    record Unknown(String detail) implements Outcome {}

    /** The other side will never take it. */
    record Refused(@Nullable Integer status, String detail) implements Outcome {}

    /** It was not tried, because it is not wanted any more. */
    record Unwanted(WithheldReason reason, String detail) implements Outcome {}
}
