package io.conductatlas.alert.changes;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A change that somebody is told about, with all that was known of it then. */
@Entity
class ToldChange {

    @Id
    private String changeId;

    private UUID platformId;
    private String facts;
    private Instant toldAt;

    @SuppressWarnings("NullAway.Init")
    protected ToldChange() {}

    String facts() {
        return facts;
    }
}
