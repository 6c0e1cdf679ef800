package io.conductatlas.classifier.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.delivery.Inbox;
import io.conductatlas.events.RelocatedPassage;
import io.conductatlas.events.TextRelocated;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The passages that went from one document to another, kept for the assessment of the change they were seen with. */
@ApplicationScoped
public class Relocations {

    private static final String GROUP = "classifier";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEEP = """
            insert into relocation (event_id, ordinal, from_document, from_change, from_version, from_start, from_end,
                                    to_document, to_change, to_version, to_start, to_end, words_lost)
            values (:event, :ordinal, :fromDocument, :fromChange, :fromVersion, :fromStart, :fromEnd,
                    :toDocument, :toChange, :toVersion, :toStart, :toEnd, :lost)
            """;
    private static final String COLUMNS = """
            select from_document, from_change, from_version, from_start, from_end,
                   to_document, to_change, to_version, to_start, to_end, words_lost from relocation
            """;
    private static final String OF =
            COLUMNS + " where from_change = :change or to_change = :change order by event_id, ordinal";

    private final Inbox inbox;
    private final Provisions provisions;
    private final Documents documents;

    Relocations(Inbox inbox, Provisions provisions, Documents documents) {
        this.inbox = inbox;
        this.provisions = provisions;
        this.documents = documents;
    }

    /** Keeps what an event told. */
    @WithTransaction
    public Uni<Void> take(TextRelocated event) {
        return inbox.claim(GROUP, event.eventId()).chain(ours -> {
            if (!ours) {
                return Uni.createFrom().voidItem();
            }
            return Multi.createFrom()
                    .range(0, event.to().size())
                    .onItem()
                    .transformToUniAndConcatenate(i -> keep(event, i))
                    .collect()
                    .last()
                    .replaceWithVoid();
        });
    }

    private static Uni<Integer> keep(TextRelocated event, int ordinal) {
        RelocatedPassage to = event.to().get(ordinal);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("event", event.eventId())
                        .setParameter("ordinal", ordinal)
                        .setParameter("fromDocument", event.from().documentId())
                        .setParameter("fromChange", event.from().changeId())
                        .setParameter("fromVersion", event.from().versionId())
                        .setParameter("fromStart", event.from().start())
                        .setParameter("fromEnd", event.from().end())
                        .setParameter("toDocument", to.documentId())
                        .setParameter("toChange", to.changeId())
                        .setParameter("toVersion", to.versionId())
                        .setParameter("toStart", to.start())
                        .setParameter("toEnd", to.end())
                        .setParameter("lost", write(event.wordsLost()))
                        .executeUpdate());
    }

    /** The passages that came or went with a change, with the provisions that may have come with them. */
    @WithSession
    public Uni<Journeys> of(String changeId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF, Object[].class)
                        .setParameter("change", changeId)
                        .getResultList())
                .chain(rows ->
                        journeys(changeId, rows.stream().map(Relocations::read).toList()));
    }

    private Uni<Journeys> journeys(String changeId, List<Relocation> all) {
        List<Arrival> arrivals = new ArrayList<>();
        List<Journeys.Departure> departures = new ArrayList<>();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> one.to().changeId().equals(changeId)
                        ? arrived(one).invoke(arrivals::addAll).replaceWithVoid()
                        : name(one.to().documentId())
                                .invoke(name -> departures.add(new Journeys.Departure(one, name)))
                                .replaceWithVoid())
                .collect()
                .last()
                .map(done -> new Journeys(arrivals, departures));
    }

    /** Those that were there and are gone from there: what is still there did not come. */
    private Uni<List<Arrival>> arrived(Relocation relocation) {
        Relocation.Passage from = relocation.from();
        return name(from.documentId())
                .chain(name -> provisions
                        .of(from.documentId())
                        .map(rows -> rows.stream()
                                .filter(row -> row.lastSeenIn(from.versionId()))
                                .map(Provision::known)
                                .filter(known -> !known.present() && from.holds(known.found()))
                                .map(known -> new Arrival(relocation, known, name))
                                .toList()));
    }

    private Uni<String> name(UUID documentId) {
        return documents.findById(documentId).map(document -> {
            Appearance last = document == null ? null : document.lastAppearance();
            return last == null ? "other document" : last.document().name();
        });
    }

    private static Relocation read(Object[] row) {
        return new Relocation(passage(row, 0), passage(row, 5), words((String) row[10]));
    }

    private static Relocation.Passage passage(Object[] row, int at) {
        return new Relocation.Passage(
                (UUID) row[at], (String) row[at + 1], (String) row[at + 2], (int) row[at + 3], (int) row[at + 4]);
    }

    private static String write(List<String> words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("words cannot be written as JSON", e);
        }
    }

    private static List<String> words(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored words cannot be read", e);
        }
    }
}
