package io.conductatlas.events;

import java.time.Instant;

/** A fact about one document, told in order with all others of its platform. */
public sealed interface PlatformEvent permits CaptureEvent, ChangeEvent, AssessmentEvent {

    PlatformRef platform();

    DocumentRef document();

    Origin origin();

    /** When the bytes that the fact rests on were served. */
    Instant observedAt();
}
