package io.conductatlas.gateway.deadletters;

import io.conductatlas.delivery.Worker;
import io.conductatlas.events.Topic;
import io.conductatlas.gateway.problems.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of all consumer groups, and what can be done with them.
 *
 * <p>Sending again is asked for here and done by {@link Resending}, so that a request that breaks off, or a process that
 * dies, leaves no letter half sent without a trace. A letter sent twice does no harm: the consumers' inboxes know it.
 */
@ApplicationScoped
public class DeadLetterQueues {

    /** How many are tried before all are sent. */
    public static final int SAMPLE = 10;

    private final Boxes boxes;
    private final DeadLetterActs acts;
    private final DeadLettersConfig config;
    private final Worker worker;

    DeadLetterQueues(Boxes boxes, DeadLetterActs acts, DeadLettersConfig config, Worker worker) {
        this.boxes = boxes;
        this.acts = acts;
        this.config = config;
        this.worker = worker;
    }

    /** The open letters of all boxes, the oldest of each first. */
    public Uni<List<Letter>> open() {
        List<Place.Box> all = Arrays.stream(Topic.values())
                .flatMap(topic -> topic.consumerGroups().stream()
                        .flatMap(group -> Place.box(topic.deadLetterTopic(group)).stream()))
                .toList();
        return read(all);
    }

    /** The open letters of one box with one kind of failure. */
    public Uni<List<Letter>> open(String topic, String failure) {
        return read(List.of(box(topic)))
                .map(letters -> letters.stream()
                        .filter(letter -> letter.failure().equals(failure))
                        .toList());
    }

    /** One letter with its bytes. */
    public Uni<LetterBytes> at(Place place) {
        Place.Box box = box(place.topic());
        return acts.states()
                .chain(states -> worker.run(() -> boxes.at(place)
                        .map(letter -> new LetterBytes(
                                Letter.of(letter, box, states.getOrDefault(place, Letter.State.OPEN)),
                                letter.record().key(),
                                letter.record().value(),
                                Boxes.headers(letter)))
                        .orElseThrow(() -> gone(place, states.get(place)))));
    }

    private static ProblemException gone(Place place, Letter.@Nullable State state) {
        return state == Letter.State.LOST
                ? new ProblemException(
                        "dead-letter-lost",
                        "It is lost",
                        410,
                        "The dead letter %s was to be sent again, but Kafka had dropped it by then. Nobody got it."
                                .formatted(place))
                : ProblemException.notFound("dead letter", place.toString());
    }

    /** The letters that were to be sent again and were gone by then, the latest first. */
    public Uni<List<LostLetter>> lost() {
        return acts.lost();
    }

    /** Asks for one letter to be sent again, whatever was decided about it before. */
    public Uni<Void> replay(Place place, String reason) {
        return at(place).chain(found -> acts.askForReplay(List.of(found.letter()), place.toString(), reason));
    }

    /**
     * Asks for the first letters of a group to be sent again.
     *
     * @param most how many at most
     * @return how many it will be
     */
    public Uni<Integer> replay(String topic, String failure, int most, String reason) {
        return open(topic, failure).chain(letters -> {
            List<Letter> chosen = letters.stream()
                    .filter(letter -> letter.state() == Letter.State.OPEN)
                    .limit(most)
                    .toList();
            if (chosen.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            return acts.askForReplay(chosen, "%s %s".formatted(topic, failure), reason)
                    .replaceWith(chosen.size());
        });
    }

    /** Lets a letter go for good. It stays in Kafka, and can still be sent again from its own page. */
    public Uni<Void> discard(Place place, String reason) {
        return at(place).chain(found -> {
            if (found.letter().state() != Letter.State.OPEN) {
                throw new ProblemException(
                        "dead-letter-settled",
                        "It was dealt with",
                        409,
                        "Somebody has dealt with this letter already.");
            }
            return acts.discard(found.letter(), reason);
        });
    }

    /** How many letters of each topic nobody needs to look at any more, by their offsets. */
    public Uni<Map<String, List<Long>>> settled() {
        return acts.settled();
    }

    /** How many letters are sent again each second at most. */
    public int replayPerSecond() {
        return config.replayPerSecond();
    }

    /** How many open letters of one topic are looked at. */
    public int mostRead() {
        return config.mostRead();
    }

    private Uni<List<Letter>> read(List<Place.Box> wanted) {
        return acts.states()
                .chain(states -> worker.run(() -> boxes.read(
                        wanted, place -> Objects.requireNonNullElse(states.get(place), Letter.State.OPEN), false)));
    }

    private static Place.Box box(String topic) {
        Optional<Place.Box> box = Place.box(topic);
        return box.orElseThrow(() -> ProblemException.notFound("dead-letter topic", topic));
    }
}
