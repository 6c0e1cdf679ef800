package io.conductatlas.events;

import java.util.Arrays;
import java.util.Optional;

/** The CloudEvents {@code type} of each event, and the record it is. */
public enum EventType {
    PLATFORM_DECLARED("platform-declared", PlatformDeclared.class),
    SOURCE_DECLARED("source-declared", SourceDeclared.class),
    SOURCE_RETIRED("source-retired", SourceRetired.class),
    CAPTURE_RECORDED("capture-recorded", CaptureRecorded.class),
    CHECK_RECORDED("check-recorded", CheckRecorded.class),
    CAPTURE_FAILED("capture-failed", CaptureFailed.class),
    CAPTURE_RECOVERED("capture-recovered", CaptureRecovered.class),
    VERSION_RECORDED("version-recorded", VersionRecorded.class),
    CHANGE_DETECTED("change-detected", ChangeDetected.class),
    CAPTURE_REFUSED("capture-refused", CaptureRefused.class),
    VARIANT_RECOGNISED("variant-recognised", VariantRecognised.class),
    EFFECTIVE_DATE_CHANGED("effective-date-changed", EffectiveDateChanged.class),
    TEXT_RELOCATED("text-relocated", TextRelocated.class),
    DOCUMENT_ASSESSED("document-assessed", DocumentAssessed.class),
    CHANGE_ASSESSED("change-assessed", ChangeAssessed.class),
    CAPTURE_REVIEWED("capture-reviewed", CaptureReviewed.class),
    PROVISION_REVIEWED("provision-reviewed", ProvisionReviewed.class),
    ASSESSMENT_REVIEWED("assessment-reviewed", AssessmentReviewed.class),
    SUBSCRIBER_STATED("subscriber-stated", SubscriberStated.class),
    SUBSCRIPTION_STATED("subscription-stated", SubscriptionStated.class),
    ENDPOINT_STATED("endpoint-stated", EndpointStated.class),
    DELIVERY_ATTEMPTED("delivery-attempted", DeliveryAttempted.class),
    NOTIFICATION_WITHHELD("notification-withheld", NotificationWithheld.class);

    private static final String PREFIX = "io.conductatlas.";
    private static final String SUFFIX = ".v1";

    private final String slug;
    private final Class<? extends AtlasEvent> record;

    EventType(String slug, Class<? extends AtlasEvent> record) {
        this.slug = slug;
        this.record = record;
    }

    /** The CloudEvents {@code type}, for example {@code io.conductatlas.change-detected.v1}. */
    public String typeName() {
        return PREFIX + slug + SUFFIX;
    }

    /** The name of the schema and of the golden examples, for example {@code change-detected.v1}. */
    public String schemaName() {
        return slug + SUFFIX;
    }

    /** The CloudEvents {@code dataschema}: a stable address, and a resource of this library under {@code schemas/}. */
    public String dataSchema() {
        return "https://conductatlas.example/schemas/" + schemaName() + ".json";
    }

    public Class<? extends AtlasEvent> record() {
        return record;
    }

    /** The type whose CloudEvents name this is, unless it is none of ours. */
    public static Optional<EventType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName().equals(typeName))
                .findFirst();
    }

    /** The type of an event at hand. */
    public static EventType of(AtlasEvent event) {
        return Arrays.stream(values())
                .filter(type -> type.record.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event type for " + event.getClass()));
    }
}
