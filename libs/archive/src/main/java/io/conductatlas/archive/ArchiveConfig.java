package io.conductatlas.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the object store is and how long we wait for it. */
@ConfigMapping(prefix = "atlas.archive")
public interface ArchiveConfig {

    /** The address of an S3 interface, for example {@code http://127.0.0.1:9000}. */
    URI endpoint();

    /** Who we are to the store. */
    String accessKey();

    /** How we prove it. */
    String secretKey();

    /** The one bucket that holds everything. */
    @WithDefault("conductatlas")
    String bucket();

    /** The region that signatures name; any word will do for most stores outside AWS. */
    @WithDefault("us-east-1")
    String region();

    /** The longest that one call may take, connecting and all bytes included. */
    @WithDefault("30s")
    Duration timeout();

    /** The largest object written or read, in bytes. */
    @WithDefault("67108864")
    int maxBytes();

    /** Whether a missing bucket is made at first use; deployments that make it beforehand may switch this off. */
    @WithDefault("true")
    boolean createBucket();
}
