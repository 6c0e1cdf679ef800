package io.conductatlas.alert.mail;

import io.conductatlas.alert.changes.Hunk;
import io.conductatlas.alert.mail.ChangeCard.Fact;
import io.conductatlas.alert.mail.ChangeCard.Place;
import io.conductatlas.alert.mail.ChangeCard.ProvisionLine;
import io.conductatlas.alert.mail.ChangeCard.RegulationLine;
import io.conductatlas.alert.mail.ChangeCard.Run;
import io.conductatlas.events.ChangeAssessed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Makes cards of changes, within the room that a mail has. */
final class ChangeCards {

    private static final int MOST_HUNKS = 12;
    private static final int MOST_PROVISIONS = 12;
    private static final int MOST_REGULATIONS = 12;
    /** Words that both texts have are shown this far around those that differ. */
    private static final int CONTEXT = 160;
    /** No single run of new or old words is longer. */
    private static final int LONGEST_RUN = 1_200;

    private final Links links;

    ChangeCards(Links links) {
        this.links = links;
    }

    /**
     * A card that shows at most about {@code room} characters of the words that changed.
     *
     * @param hunks all places of the change; empty where only the summary is wanted
     */
    ChangeCard card(ChangeAssessed change, List<Hunk> hunks, ZoneId zone, int room) {
        List<Hunk> ofMeaning = hunks.stream().filter(Hunk::ofMeaning).toList();
        List<Hunk> candidates = ofMeaning.isEmpty() ? hunks : ofMeaning;
        List<Place> places = new ArrayList<>();
        int left = room;
        for (Hunk hunk : candidates) {
            Place place = place(hunk);
            left -= place.runs().stream().mapToInt(run -> run.text().length()).sum();
            if (places.size() == MOST_HUNKS || (left < 0 && !places.isEmpty())) {
                break;
            }
            places.add(place);
        }
        return new ChangeCard(
                change.changeId(),
                change.platform().name(),
                change.document().name(),
                change.title(),
                Wording.severity(change.severity()),
                Wording.tone(change.severity()),
                Wording.direction(change.direction()),
                change.summary(),
                dates(change, zone),
                places,
                candidates.size() - places.size(),
                hunks.size() - candidates.size(),
                provisions(change),
                Math.max(0, change.provisionChangeCount() - MOST_PROVISIONS),
                regulations(change),
                links.change(change.changeId()),
                links.document(change),
                links.diff(change.changeId()));
    }

    private static List<Fact> dates(ChangeAssessed change, ZoneId zone) {
        return List.of(
                new Fact("Detected", Wording.moment(change.observedAt(), zone)),
                new Fact("Published", Wording.date(change.publishedDate())),
                new Fact("Effective", Wording.effective(change.effectiveDate(), change.observedAt(), zone)));
    }

    private List<ProvisionLine> provisions(ChangeAssessed change) {
        return change.provisionChanges().stream()
                .limit(MOST_PROVISIONS)
                .map(provision -> new ProvisionLine(
                        Wording.effect(provision.effect()),
                        provision.title(),
                        Wording.severity(provision.severity()),
                        Wording.tone(provision.severity()),
                        links.provision(provision.provisionId())))
                .toList();
    }

    private static List<RegulationLine> regulations(ChangeAssessed change) {
        return change.regulations().stream()
                .limit(MOST_REGULATIONS)
                .map(tag -> new RegulationLine(tag.name(), tag.article(), tag.why()))
                .toList();
    }

    private static Place place(Hunk hunk) {
        String kind = switch (hunk.kind()) {
            case INSERTED -> "Added";
            case DELETED -> "Removed";
            case EDITED -> "Edited";
            case MOVED -> "Moved";
        };
        List<Run> runs = new ArrayList<>();
        List<Hunk.Words> words = hunk.words();
        for (int i = 0; i < words.size(); i++) {
            Hunk.Words run = words.get(i);
            String text = run.side() == Hunk.Side.BOTH
                    ? context(run.text(), i > 0, i < words.size() - 1)
                    : cut(run.text(), LONGEST_RUN);
            runs.add(new Run(run.inserted(), run.deleted(), text));
        }
        return new Place(kind, hunk.section(), runs);
    }

    /** The ends of words that both texts have, as far as something that differs adjoins. */
    private static String context(String text, boolean before, boolean after) {
        if (!before && !after) {
            return cut(text, 2 * CONTEXT);
        }
        int keep = (before ? CONTEXT : 0) + (after ? CONTEXT : 0);
        if (text.length() <= keep + CONTEXT / 4) {
            return text;
        }
        String head = before ? text.substring(0, wordEnd(text, CONTEXT)) : "";
        String tail = after ? text.substring(wordStart(text, text.length() - CONTEXT)) : "";
        return head + " … " + tail;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, wordEnd(text, most)) + " …";
    }

    private static int wordEnd(String text, int from) {
        int space = text.lastIndexOf(' ', from);
        return space > from / 2 ? space : safe(text, from);
    }

    private static int wordStart(String text, int from) {
        int space = text.indexOf(' ', from);
        return space >= 0 && space < text.length() - 1 ? space + 1 : safe(text, from);
    }

    /** Never between the halves of a character. */
    private static int safe(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
