package io.conductatlas.gateway.pages.parts;

import io.conductatlas.events.ChangeClass;
import io.conductatlas.events.Direction;
import io.conductatlas.events.Origin;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.Severity;

/**
 * One or two words set apart. Its words say all; the style only repeats them.
 *
 * @param style classes of the style sheet
 */
public record Badge(String style, String text) {

    /** That a document states that it does not do what a type is about. */
    public static final Badge DENIED = new Badge("accent", "States that it does not");

    public static Badge of(Severity severity) {
        return switch (severity) {
            case HIGH -> new Badge("high", "High severity");
            case MEDIUM -> new Badge("medium", "Medium severity");
            case LOW -> new Badge("", "Low severity");
        };
    }

    public static Badge of(Direction direction) {
        return switch (direction) {
            case NEGATIVE -> new Badge("direction bad", "Negative for people");
            case NEUTRAL -> new Badge("direction", "Neutral");
            case POSITIVE -> new Badge("direction good", "Positive for people");
        };
    }

    public static Badge of(ProvisionEffect effect) {
        return new Badge("accent", Words.of(effect));
    }

    public static Badge of(ChangeClass changeClass) {
        return new Badge("plain", Words.of(changeClass));
    }

    /** Where a fact comes from when it is not from live watching. */
    public static Badge of(Origin origin) {
        return new Badge("plain", Words.of(origin));
    }

    /** Without a colour. */
    public static Badge plain(String text) {
        return new Badge("plain", text);
    }

    public static Badge good(String text) {
        return new Badge("good", text);
    }

    public static Badge warn(String text) {
        return new Badge("warn", text);
    }

    public static Badge bad(String text) {
        return new Badge("bad", text);
    }
}
