package io.conductatlas.fetcher.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * What became of a capture that was handed in.
 *
 * @param outcome {@code RECORDED} (new bytes), {@code UNCHANGED} (the bytes of the capture before) or
 *     {@code ALREADY_RECORDED} (nothing has changed)
 */
record IntakeAnswer(
        @JsonProperty("capture_id") UUID captureId,
        String outcome,
        String message,
        @JsonProperty("content_hash") String contentHash) {}
