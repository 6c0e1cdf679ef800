package io.conductatlas.events;

/** What a capture meant for its document's text. */
public sealed interface ChangeEvent extends AtlasEvent, PlatformEvent
        permits VersionRecorded,
                ChangeDetected,
                CaptureRefused,
                VariantRecognised,
                EffectiveDateChanged,
                TextRelocated {

    @Override
    default Topic topic() {
        return Topic.CHANGES;
    }

    @Override
    default String key() {
        return platform().id().toString();
    }
}
