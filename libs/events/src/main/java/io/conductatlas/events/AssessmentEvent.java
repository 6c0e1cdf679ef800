package io.conductatlas.events;

/** What a document holds, or what a change of it means. */
public sealed interface AssessmentEvent extends AtlasEvent, PlatformEvent permits DocumentAssessed, ChangeAssessed {

    @Override
    default Topic topic() {
        return Topic.ASSESSMENTS;
    }

    @Override
    default String key() {
        return platform().id().toString();
    }
}
