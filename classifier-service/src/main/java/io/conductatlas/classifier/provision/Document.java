package io.conductatlas.classifier.provision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document whose provisions are known, as of the appearance assessed last. */
@Entity
public class Document {

    @Id
    private UUID id;

    private UUID platformId;
    private long revision;

    @Nullable
    private String versionId;

    @Nullable
    private UUID appearanceId;

    @Nullable
    private String catalogueVersion;

    @Nullable
    private String lastAppearance;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    UUID id() {
        return id;
    }

    /** Counts the assessments stored: who computed from an older state has been overtaken. */
    public long revision() {
        return revision;
    }

    /** The Version assessed last; null before the first one. */
    public @Nullable String versionId() {
        return versionId;
    }

    /** The catalogue it was assessed under. */
    public @Nullable String catalogueVersion() {
        return catalogueVersion;
    }

    /** What was assessed last; null before the first assessment, and for one made before this was kept. */
    public @Nullable Appearance lastAppearance() {
        return lastAppearance == null ? null : Appearance.read(lastAppearance);
    }

    public void assessed(Appearance appearance, String catalogue) {
        revision++;
        versionId = appearance.version().id();
        appearanceId = appearance.version().appearanceId();
        catalogueVersion = catalogue;
        lastAppearance = appearance.json();
    }

    /** One of its provisions is another document's now. */
    void lostProvision() {
        revision++;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document && id.equals(document.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
