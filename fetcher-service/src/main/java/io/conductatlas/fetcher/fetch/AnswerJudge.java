package io.conductatlas.fetcher.fetch;

import io.conductatlas.events.FailureKind;
import io.conductatlas.events.FetchMode;
import io.conductatlas.fetcher.capture.FetchFailure;
import io.conductatlas.outbound.OutboundOutcome;
import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundOutcome.Unreachable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tells pages from failures, and failures from each other. */
final class AnswerJudge {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int LOOK_AT = 1024;

    private final Duration mostRetryAfter;

    AnswerJudge(Duration mostRetryAfter) {
        this.mostRetryAfter = mostRetryAfter;
    }

    /** Why {@code outcome} is no page, or empty when it is one. */
    Optional<FetchFailure> failure(OutboundOutcome outcome, String url, FetchMode mode, Instant now) {
        if (outcome instanceof Refused refused) {
            return Optional.of(FetchFailure.of(FailureKind.SSRF_BLOCKED, url, refused.detail()));
        }
        if (outcome instanceof Unreachable unreachable) {
            return Optional.of(FetchFailure.of(kind(unreachable), url, unreachable.detail()));
        }
        Answered answered = (Answered) outcome;
        if (answered.status() != 200) {
            return Optional.of(new FetchFailure(
                    kind(answered.status()),
                    url,
                    Optional.of(answered.status()),
                    "the server answered with status " + answered.status(),
                    RetryAfter.of(answered, now, mostRetryAfter)));
        }
        Optional<String> type = contentType(answered);
        if (type.isEmpty() && answered.body().length > 0) {
            return Optional.of(failure(FailureKind.WRONG_TYPE, url, "the answer is neither text nor a PDF"));
        }
        if (isBlank(answered.body())) {
            return Optional.of(failure(FailureKind.EMPTY, url, "the page is empty"));
        }
        if (mode == FetchMode.PDF && !type.orElse("").startsWith("application/pdf")) {
            return Optional.of(failure(FailureKind.WRONG_TYPE, url, "the answer is not a PDF"));
        }
        return Optional.empty();
    }

    /** The content type as stated, or as the first bytes say; empty when it is nothing we can read. */
    Optional<String> contentType(Answered answered) {
        Optional<String> stated =
                answered.header("content-type").map(String::strip).filter(type -> !type.isEmpty());
        String bare = stated.map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        if (bare.startsWith("text/") || bare.equals("application/xhtml+xml") || bare.equals("application/pdf")) {
            return stated;
        }
        boolean unstated =
                bare.isEmpty() || bare.equals("application/octet-stream") || bare.equals("binary/octet-stream");
        if (!unstated) {
            return Optional.empty();
        }
        byte[] start = Arrays.copyOf(answered.body(), Math.min(LOOK_AT, answered.body().length));
        if (Arrays.equals(start, 0, Math.min(PDF.length, start.length), PDF, 0, PDF.length)) {
            return Optional.of("application/pdf");
        }
        boolean binary = false;
        for (byte b : start) {
            binary |= b == 0;
        }
        return binary || !bare.isEmpty() ? Optional.empty() : Optional.of("text/html");
    }

    private static FetchFailure failure(FailureKind kind, String url, String detail) {
        return new FetchFailure(kind, url, Optional.of(200), detail, Optional.empty());
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return false;
            }
        }
        return true;
    }

    private static FailureKind kind(int status) {
        return switch (status) {
            case 401, 403, 407, 451 -> FailureKind.FORBIDDEN;
            case 404 -> FailureKind.NOT_FOUND;
            case 410 -> FailureKind.GONE;
            case 429 -> FailureKind.TOO_MANY_REQUESTS;
            case 204, 205 -> FailureKind.EMPTY;
            default -> {
                if (status >= 500) {
                    yield FailureKind.SERVER_ERROR;
                }
                yield status >= 400 ? FailureKind.CLIENT_ERROR : FailureKind.OTHER;
            }
        };
    }

    private static FailureKind kind(Unreachable unreachable) {
        return switch (unreachable.kind()) {
            case DNS -> FailureKind.DNS;
            case CONNECT -> FailureKind.CONNECT;
            case TLS_EXPIRED -> FailureKind.TLS_EXPIRED;
            case TLS_INVALID -> FailureKind.TLS_INVALID;
            case TIMEOUT -> FailureKind.TIMEOUT;
            case RESET -> FailureKind.RESET;
            case TOO_LARGE -> FailureKind.TOO_LARGE;
            case TOO_MANY_REDIRECTS -> FailureKind.TOO_MANY_REDIRECTS;
            case BAD_ENCODING -> FailureKind.WRONG_TYPE;
        };
    }
}
