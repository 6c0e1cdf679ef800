package io.conductatlas.alert.mail;

import java.util.List;

/**
 * A change as a mail shows it: every word ready to be read.
 *
 * @param severity one of {@code High}, {@code Medium}, {@code Low}
 * @param tone the same in lower case, for the looks
 * @param dates label and value, in a fixed order; what a document does not state is said to be not stated
 * @param hunks the places that are shown
 * @param moreHunks how many places of meaning are not shown for want of room
 * @param otherHunks how many places differ only in dates, links, layout and the like
 * @param moreProvisions how many are not listed
 */
public record ChangeCard(
        String id,
        String platform,
        String document,
        String title,
        String severity,
        String tone,
        String direction,
        String summary,
        List<Fact> dates,
        List<Place> hunks,
        int moreHunks,
        int otherHunks,
        List<ProvisionLine> provisions,
        int moreProvisions,
        List<RegulationLine> regulations,
        String changeUrl,
        String documentUrl,
        String diffUrl) {
    public ChangeCard {
        dates = List.copyOf(dates);
        hunks = List.copyOf(hunks);
        provisions = List.copyOf(provisions);
        regulations = List.copyOf(regulations);
    }

    /** A label and what it says. */
    public record Fact(String label, String value) {}

    /**
     * One place of the change.
     *
     * @param section where it is in the document; empty if that is not known
     */
    public record Place(String kind, String section, List<Run> runs) {
        public Place {
            runs = List.copyOf(runs);
        }
    }

    /** A run of words: new ones, old ones, or such as both texts have. */
    public record Run(boolean inserted, boolean deleted, String text) {}

    /** What happened to one provision. */
    public record ProvisionLine(String effect, String title, String severity, String tone, String url) {}

    /** A regulation that is engaged, and why. */
    public record RegulationLine(String name, String article, String why) {}
}
