package io.conductatlas.events;

/** What a member of our staff decided. */
public sealed interface ReviewEvent extends AtlasEvent permits CaptureReviewed, ProvisionReviewed, AssessmentReviewed {

    PlatformRef platform();

    DocumentRef document();

    /** Who decided: the staff account's name. */
    String reviewer();

    /** Why, in the reviewer's words. */
    String reason();

    @Override
    default Topic topic() {
        return Topic.REVIEWS;
    }

    @Override
    default String key() {
        return platform().id().toString();
    }
}
