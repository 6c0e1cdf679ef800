package io.conductatlas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a Change means, in brief; the whole judgement is in the object.
 *
 * @param alerting whether it is a change of meaning that subscribers are told about
 * @param title one line, for example {@code Larkfield: advertising sharing added to the Privacy Policy}
 * @param summary two or three sentences, deterministic
 * @param labels such as {@code transparency-removal}, in a fixed order
 * @param provisionChanges the most severe first, at most 50
 * @param provisionChangeCount how many there are in the object
 * @param regulations at most 50
 * @param assessment the whole record as JSON, with the provisions of the new Version
 */
public record ChangeAssessed(
        UUID eventId,
        String changeId,
        PlatformRef platform,
        DocumentRef document,
        VersionRef from,
        VersionRef to,
        ChangeClass changeClass,
        ChangeCounts counts,
        boolean alerting,
        Severity severity,
        Direction direction,
        String title,
        String summary,
        List<String> labels,
        List<ProvisionChange> provisionChanges,
        int provisionChangeCount,
        List<RegulationTag> regulations,
        @Nullable LocalDate effectiveDate,
        @Nullable LocalDate publishedDate,
        @Nullable UUID groupId,
        ObjectRef hunks,
        ObjectRef assessment,
        String catalogueVersion,
        Origin origin,
        Instant observedAt,
        Instant recordedAt)
        implements AssessmentEvent {

    /** More than this many provision changes or regulations are in the object only. */
    public static final int MAX_LISTED = 50;

    public ChangeAssessed {
        Checks.publicId("C", changeId);
        Checks.notBlank("title", title);
        Checks.notBlank("summary", summary);
        labels = List.copyOf(labels);
        provisionChanges = List.copyOf(provisionChanges);
        regulations = List.copyOf(regulations);
        if (provisionChanges.size() > MAX_LISTED || regulations.size() > MAX_LISTED) {
            throw new IllegalArgumentException("an event lists at most " + MAX_LISTED + " of each");
        }
        Checks.atLeast("provisionChangeCount", provisionChanges.size(), provisionChangeCount);
    }

    @Override
    public String subject() {
        return changeId;
    }
}
