package io.conductatlas.events;

/** What came of an attempt to fetch a source. */
public sealed interface CaptureEvent extends AtlasEvent, PlatformEvent
        permits CaptureRecorded, CheckRecorded, CaptureFailed, CaptureRecovered {

    @Override
    default Topic topic() {
        return Topic.CAPTURES;
    }

    @Override
    default String key() {
        return platform().id().toString();
    }
}
