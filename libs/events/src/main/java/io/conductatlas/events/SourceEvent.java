package io.conductatlas.events;

import java.util.UUID;

/** A whole state of a platform or of one of its sources; the topic is compacted, and partitioned by platform. */
public sealed interface SourceEvent extends AtlasEvent permits PlatformDeclared, SourceDeclared, SourceRetired {

    PlatformRef platform();

    @Override
    default Topic topic() {
        return Topic.SOURCES;
    }

    @Override
    default String partitionKey() {
        return platform().id().toString();
    }

    /** The compaction key of a document's source. */
    static String documentKey(UUID platformId, UUID documentId) {
        return platformId + "/" + documentId;
    }
}
