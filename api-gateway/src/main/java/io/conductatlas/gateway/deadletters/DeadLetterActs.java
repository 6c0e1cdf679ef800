package io.conductatlas.gateway.deadletters;

import io.conductatlas.gateway.audit.Audit;
import io.conductatlas.gateway.readmodel.Rows;
import io.conductatlas.gateway.storage.Row;
import io.conductatlas.gateway.storage.Tables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what our staff decided about dead letters, each decision with its audit row. */
@ApplicationScoped
class DeadLetterActs {

    private final Tables tables;
    private final Rows rows;
    private final Audit audit;
    private final SecurityIdentity identity;
    private final Clock clock;

    DeadLetterActs(Tables tables, Rows rows, Audit audit, SecurityIdentity identity, Clock clock) {
        this.tables = tables;
        this.rows = rows;
        this.audit = audit;
        this.identity = identity;
        this.clock = clock;
    }

    /** What is known of every letter that was dealt with. */
    Uni<Map<Place, Letter.State>> states() {
        return rows.list(Act.class, "select * from dead_letter_act order by asked_at")
                .map(acts -> {
                    Map<Place, Letter.State> states = new HashMap<>();
                    acts.forEach(act -> states.put(act.place(), act.state()));
                    return states;
                });
    }

    /** How many letters of each topic are settled, as far back as an offset. */
    Uni<Map<String, List<Long>>> settled() {
        return rows.list(Act.class, """
                        select * from dead_letter_act where done_at is not null""")
                .map(acts -> acts.stream()
                        .collect(Collectors.groupingBy(
                                Act::topic, Collectors.mapping(Act::position, Collectors.toList()))));
    }

    /** The letters that were to be sent again and were gone by then, the latest first, at most a hundred. */
    Uni<List<LostLetter>> lost() {
        return rows.list(LostLetter.class, """
                select topic, partition_number, position, actor, reason, asked_at from dead_letter_act
                 where lost order by asked_at desc, topic, partition_number, position limit 100""");
    }

    /** Asks for letters to be sent again; the sender does it. One audit row for all of them. */
    Uni<Void> askForReplay(List<Letter> letters, String subject, String reason) {
        return Panache.withTransaction(() -> put(letters, "REPLAY", null, reason)
                .chain(() -> audit.note("dead-letters-replayed", subject, null, places(letters), reason)));
    }

    Uni<Void> discard(Letter letter, String reason) {
        return Panache.withTransaction(() -> put(List.of(letter), "DISCARD", clock.instant(), reason)
                .chain(() -> audit.note(
                        "dead-letter-discarded",
                        letter.place().toString(),
                        letter.place().toString(),
                        null,
                        reason)));
    }

    private Uni<Void> put(List<Letter> letters, String act, @Nullable Instant doneAt, String reason) {
        Instant now = clock.instant();
        String actor = identity.getPrincipal().getName();
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUniAndConcatenate(letter -> tables.put(
                        "dead_letter_act",
                        "topic, partition_number, position",
                        Row.of("topic", letter.place().topic())
                                .with("partition_number", letter.place().partition())
                                .with("position", letter.place().offset())
                                .with("act", act)
                                .with("actor", actor)
                                .with("reason", reason)
                                .with("asked_at", now)
                                .with("done_at", doneAt)
                                .with("lost", false)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<String> places(List<Letter> letters) {
        return letters.stream().map(letter -> letter.place().toString()).toList();
    }

    record Act(
            String topic,
            int partitionNumber,
            long position,
            String act,
            @Nullable Instant doneAt,
            boolean lost) {

        Place place() {
            return new Place(topic, partitionNumber, position);
        }

        Letter.State state() {
            if (act.equals("DISCARD")) {
                return Letter.State.DISCARDED;
            }
            if (lost) {
                return Letter.State.LOST;
            }
            return doneAt == null ? Letter.State.REPLAYING : Letter.State.REPLAYED;
        }
    }
}
