package io.conductatlas.fetcher.source;

import io.conductatlas.events.FetchMode;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.SourceDeclared;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One document under watch: when it is due, who is at it, and what it last was. */
@Entity
public class Target {

    @Id
    private UUID documentId;

    private UUID platformId;
    private String platformSlug;
    private String documentSlug;
    private int revision;
    private @Nullable String host;
    private long cadenceSeconds;
    private boolean active;
    private boolean retired;
    private int fetchNow;
    private @Nullable Instant nextDueAt;
    private @Nullable String leaseOwner;
    private @Nullable Instant leaseUntil;
    private long fence;
    private @Nullable UUID lastCaptureId;
    private @Nullable String lastContentHash;
    private @Nullable String lastWarcKey;
    private @Nullable String lastWarcSha256;
    private @Nullable Long lastWarcSize;
    private @Nullable Instant lastObservedAt;
    private String pages = PageStates.NONE;
    private int streak;
    private @Nullable Instant failingSince;

    @SuppressWarnings("NullAway.Init")
    protected Target() {}

    @SuppressWarnings("NullAway.Init")
    Target(SourceDeclared source) {
        this.documentId = source.document().id();
        this.platformId = source.platform().id();
    }

    /** Takes over a new state of the source. Whether what is fetched differs from before makes it due at once. */
    void declare(SourceDeclared source, @Nullable String newHost, boolean fetchesOtherwise, Instant now) {
        platformSlug = source.platform().slug();
        documentSlug = source.document().slug();
        revision = source.revision();
        host = newHost;
        cadenceSeconds = source.cadence().toSeconds();
        retired = false;
        active = !source.paused() && source.fetchMode() != FetchMode.ARCHIVE;
        if (fetchesOtherwise) {
            pages = PageStates.NONE;
            lastContentHash = null;
        }
        Instant latest = now.plusSeconds(cadenceSeconds);
        if (fetchesOtherwise || source.fetchNow() > fetchNow || nextDueAt == null) {
            nextDueAt = now;
        } else if (nextDueAt.isAfter(latest)) {
            nextDueAt = latest;
        }
        fetchNow = source.fetchNow();
    }

    void retire(int newRevision) {
        revision = newRevision;
        retired = true;
        active = false;
    }

    /** Whether the lease that {@code owner} got with {@code fence} still stands. */
    public boolean isLeasedTo(String owner, long leasedFence) {
        return fence == leasedFence && owner.equals(leaseOwner);
    }

    /** A capture with bytes other than the last. */
    public void recorded(UUID captureId, String contentHash, ObjectRef warc, List<PageState> states, Instant at) {
        lastCaptureId = captureId;
        lastContentHash = contentHash;
        lastWarcKey = warc.key();
        lastWarcSha256 = warc.sha256();
        lastWarcSize = warc.size();
        checked(states, at);
    }

    /** A capture with the bytes of the last. */
    public void checked(List<PageState> states, Instant at) {
        pages = PageStates.write(states);
        lastObservedAt = at;
    }

    /** Ends a streak of failures, if there is one. */
    public void recovered() {
        streak = 0;
        failingSince = null;
    }

    /** An attempt without bytes. */
    public void failed(Instant at) {
        streak++;
        if (failingSince == null) {
            failingSince = at;
        }
    }

    /** Ends the lease and says when the next fetch is due. */
    public void release(Instant nextDue) {
        leaseOwner = null;
        leaseUntil = null;
        nextDueAt = nextDue;
    }

    public UUID documentId() {
        return documentId;
    }

    public UUID platformId() {
        return platformId;
    }

    public int revision() {
        return revision;
    }

    public boolean isRetired() {
        return retired;
    }

    public Optional<UUID> lastCaptureId() {
        return Optional.ofNullable(lastCaptureId);
    }

    public Optional<String> lastContentHash() {
        return Optional.ofNullable(lastContentHash);
    }

    public Optional<ObjectRef> lastWarc() {
        return lastWarcKey == null || lastWarcSha256 == null || lastWarcSize == null
                ? Optional.empty()
                : Optional.of(new ObjectRef(lastWarcKey, lastWarcSha256, lastWarcSize));
    }

    public Optional<Instant> lastObservedAt() {
        return Optional.ofNullable(lastObservedAt);
    }

    public List<PageState> pages() {
        return PageStates.read(pages);
    }

    public int streak() {
        return streak;
    }

    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target target && documentId.equals(target.documentId);
    }

    @Override
    public int hashCode() {
        return documentId.hashCode();
    }
}
