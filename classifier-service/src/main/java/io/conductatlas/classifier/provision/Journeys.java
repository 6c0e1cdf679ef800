package io.conductatlas.classifier.provision;

import java.util.List;

/**
 * What a change has to do with other documents of the platform.
 *
 * @param arrivals the provisions that may have come with it
 * @param departures the passages that left with it
 */
public record Journeys(List<Arrival> arrivals, List<Departure> departures) {
    /** A change that concerns its own document alone. */
    public static final Journeys NONE = new Journeys(List.of(), List.of());

    public Journeys {
        arrivals = List.copyOf(arrivals);
        departures = List.copyOf(departures);
    }

    /**
     * A passage that left.
     *
     * @param document the name of the document it is in now
     */
    public record Departure(Relocation relocation, String document) {}
}
