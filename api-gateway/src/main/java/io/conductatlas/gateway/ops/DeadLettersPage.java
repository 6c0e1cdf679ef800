package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.deadletters.Letter;
import io.conductatlas.gateway.deadletters.LostLetter;
import io.conductatlas.gateway.pages.Queries;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dead letters that nobody has dealt with, by consumer group, topic and class of failure.
 *
 * @param total how many there are
 * @param lost those that were to be sent again and were gone by then
 */
record DeadLettersPage(Frame frame, Shell shell, List<Group> groups, String total, List<Lost> lost) {

    /** A letter that nobody got. */
    record Lost(String place, String actor, String reason, Moment asked) {}

    /** Letters of one group and topic that failed in one way. */
    record Group(
            String group,
            String topic,
            String failure,
            String shortFailure,
            String count,
            String reason,
            Moment oldest,
            Moment newest,
            String href) {}

    static DeadLettersPage of(Frame frame, Shell shell, List<Letter> letters, List<LostLetter> lost) {
        Map<String, List<Letter>> groups = new LinkedHashMap<>();
        letters.forEach(letter -> groups.computeIfAbsent(
                        letter.place().topic() + " " + letter.failure(), key -> new ArrayList<>())
                .add(letter));
        return new DeadLettersPage(
                frame,
                shell,
                groups.values().stream().map(DeadLettersPage::group).toList(),
                Words.count(letters.size(), "letter"),
                lost.stream()
                        .map(letter -> new Lost(
                                letter.place().toString(),
                                letter.actor(),
                                letter.reason(),
                                Moment.of(letter.askedAt())))
                        .toList());
    }

    private static Group group(List<Letter> letters) {
        Letter first = letters.get(0);
        Comparator<Instant> order = Comparator.naturalOrder();
        return new Group(
                first.group(),
                first.original(),
                first.failure(),
                shortName(first.failure()),
                "%,d".formatted(letters.size()),
                Words.excerpt(first.reason(), 200),
                Moment.of(letters.stream().map(Letter::since).min(order).orElseThrow()),
                Moment.of(letters.stream().map(Letter::since).max(order).orElseThrow()),
                listHref(first.place().topic(), first.failure()));
    }

    static String listHref(String topic, String failure) {
        return Queries.address("/ops/dead-letters/list", Map.of("topic", topic, "failure", failure));
    }

    /** The class without its package. */
    static String shortName(String failure) {
        return failure.substring(failure.lastIndexOf('.') + 1);
    }
}
