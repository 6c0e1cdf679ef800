package io.conductatlas.differ.document;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.dates.StatedDates;
import io.conductatlas.events.ObjectRef;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text of a document. Never changes. */
@Entity
@SuppressWarnings("UnusedVariable") // columns that only queries and people read
class Version {

    @Id
    private String id;

    private UUID documentId;
    private int number;
    private String textHash;
    private @Nullable String wordingHash;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "markdown_key"))
    @AttributeOverride(name = "sha256", column = @Column(name = "markdown_sha256"))
    @AttributeOverride(name = "size", column = @Column(name = "markdown_size"))
    private StoredObject markdown;

    @Embedded
    @AttributeOverride(name = "key", column = @Column(name = "text_key"))
    @AttributeOverride(name = "sha256", column = @Column(name = "text_sha256"))
    @AttributeOverride(name = "size", column = @Column(name = "text_size"))
    private StoredObject text;

    private int words;
    private int sentences;
    private int sections;
    private @Nullable LocalDate effectiveDate;
    private @Nullable LocalDate lastUpdatedDate;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Version() {}

    Version(String id, UUID documentId, int number, NewText fresh, Instant recordedAt) {
        AgreementText agreement = fresh.agreement();
        StatedDates dates = fresh.dates();
        this.id = id;
        this.documentId = documentId;
        this.number = number;
        this.textHash = agreement.hash();
        this.wordingHash = fresh.wordingHash();
        this.markdown = StoredObject.of(fresh.markdown());
        this.text = StoredObject.of(fresh.text());
        this.words = agreement.words();
        this.sentences = agreement.sentences().size();
        this.sections = agreement.sections().size();
        this.effectiveDate = dates.effective().orElse(null);
        this.lastUpdatedDate = dates.lastUpdated().orElse(null);
        this.recordedAt = recordedAt;
    }

    String id() {
        return id;
    }

    int number() {
        return number;
    }

    String textHash() {
        return textHash;
    }

    /** What it says whatever its form; of a text from before this was kept, its own hash. */
    String wordingHash() {
        return wordingHash == null ? textHash : wordingHash;
    }

    ObjectRef markdown() {
        return markdown.ref();
    }

    ObjectRef text() {
        return text.ref();
    }

    int words() {
        return words;
    }

    int sentences() {
        return sentences;
    }

    int sections() {
        return sections;
    }

    Optional<LocalDate> effectiveDate() {
        return Optional.ofNullable(effectiveDate);
    }

    Optional<LocalDate> lastUpdatedDate() {
        return Optional.ofNullable(lastUpdatedDate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Version version && id.equals(version.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
