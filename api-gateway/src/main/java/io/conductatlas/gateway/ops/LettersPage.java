package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.deadletters.DeadLetterQueues;
import io.conductatlas.gateway.deadletters.Letter;
import io.conductatlas.gateway.deadletters.Place;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import java.util.List;
import java.util.Optional;

/**
 * The open letters of one group.
 *
 * @param topic where the records stood before
 * @param more whether there are letters beyond those shown
 * @param sample how many are tried before all are sent
 * @param box the dead-letter topic
 */
record LettersPage(
        Frame frame,
        Shell shell,
        String group,
        String topic,
        String failure,
        String count,
        List<Line> letters,
        boolean more,
        boolean mayAct,
        int sample,
        String box) {
    private static final int SHOWN = 100;

    /** A letter. */
    record Line(
            String href,
            String place,
            String type,
            String event,
            Moment since,
            String size,
            String reason,
            Badge state) {}

    static LettersPage of(
            Frame frame, Shell shell, String topic, String failure, List<Letter> letters, boolean mayAct) {
        Optional<Place.Box> box = Place.box(topic);
        return new LettersPage(
                frame,
                shell,
                box.map(Place.Box::group).orElse(""),
                box.map(Place.Box::original).orElse(topic),
                failure,
                Words.count(letters.size(), "open letter"),
                letters.stream().limit(SHOWN).map(LettersPage::line).toList(),
                letters.size() > SHOWN,
                mayAct,
                DeadLetterQueues.SAMPLE,
                topic);
    }

    static Line line(Letter letter) {
        return new Line(
                href(letter.place()),
                "%d/%d".formatted(letter.place().partition(), letter.place().offset()),
                letter.eventType() == null ? "Event type not stated" : letter.eventType(),
                letter.eventId() == null ? "" : letter.eventId(),
                Moment.of(letter.since()),
                "%,d bytes".formatted(letter.size()),
                Words.excerpt(letter.reason(), 160),
                state(letter.state()));
    }

    static String href(Place place) {
        return "/ops/dead-letters/at/" + place;
    }

    static Badge state(Letter.State state) {
        return switch (state) {
            case OPEN -> Badge.bad("Open");
            case REPLAYING -> Badge.warn("Being sent again");
            case REPLAYED -> Badge.good("Sent again");
            case LOST -> Badge.bad("Lost");
            case DISCARDED -> Badge.plain("Discarded");
        };
    }
}
