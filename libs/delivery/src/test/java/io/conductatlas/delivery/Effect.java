package io.conductatlas.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What the test application does with an event. */
@Entity
@Table(name = "effect")
class Effect {

    @Id
    @Column(name = "event_id")
    private UUID eventId;

    @Column(nullable = false)
    private String note;

    protected Effect() {}

    Effect(UUID eventId, String note) {
        this.eventId = eventId;
        this.note = note;
    }
}
