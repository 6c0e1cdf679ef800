package io.conductatlas.gateway.api;

import io.conductatlas.gateway.readmodel.AppearanceView;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.VersionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A platform with its documents and all their Versions. */
@Schema(name = "PlatformWithDocuments")
record PlatformBody(
        UUID id,
        String slug,
        String name,
        String description,
        String industry,
        @Nullable String homePage,
        int provisions,
        int high,
        int medium,
        int low,

        @Schema(description = "Changes of meaning within the last twelve months")
        int changes,

        @Nullable Instant lastChangeAt,
        List<DocumentBody> documents) {

    static PlatformBody of(PlatformView platform, List<DocumentView> documents, List<VersionView> versions) {
        return new PlatformBody(
                platform.id(),
                platform.slug(),
                platform.name(),
                platform.description(),
                platform.industry(),
                platform.homePage(),
                platform.provisions(),
                platform.high(),
                platform.medium(),
                platform.low(),
                platform.changes(),
                platform.lastChangeAt(),
                documents.stream()
                        .map(document -> DocumentBody.of(document, versions))
                        .toList());
    }

    /** A document with all its Versions, the oldest first. */
    @Schema(name = "DocumentWithVersions")
    record DocumentBody(
            UUID id,
            String slug,
            String name,
            String type,
            String language,
            String region,
            String surface,

            @Schema(description = "WATCHED, PAUSED, RETIRED or ARCHIVED")
            String state,

            int provisions,
            @Schema(description = "Changes of any class") int changes,
            @Nullable Instant lastCheckedAt,
            @Nullable String currentVersion,
            List<VersionEntry> versions) {

        static DocumentBody of(DocumentView document, List<VersionView> versions) {
            return new DocumentBody(
                    document.id(),
                    document.slug(),
                    document.name(),
                    document.type(),
                    document.language(),
                    document.region(),
                    document.surface(),
                    document.state(),
                    document.provisions(),
                    document.changes(),
                    document.lastCheckedAt(),
                    document.currentVersion(),
                    versions.stream()
                            .filter(version -> version.document().id().equals(document.id()))
                            .map(VersionEntry::of)
                            .toList());
        }
    }

    /** A Version as its document lists it. */
    @Schema(name = "VersionEntry")
    record VersionEntry(
            String id,
            int number,
            String textHash,
            int words,
            @Nullable LocalDate effectiveDate,
            @Nullable LocalDate lastUpdatedDate,

            @Schema(description = "When the text was first served")
            Instant observedAt,

            List<AppearanceView> appearances) {

        static VersionEntry of(VersionView version) {
            return new VersionEntry(
                    version.id(),
                    version.number(),
                    version.textHash(),
                    version.words(),
                    version.effectiveDate(),
                    version.lastUpdatedDate(),
                    version.observedAt(),
                    version.appearances());
        }
    }
}
