package io.conductatlas.events;

/**
 * Which face of an agreement a document is.
 *
 * @param language BCP 47, for example {@code en}
 * @param region ISO 3166-1 alpha-2 in capitals, or {@code ""} where the agreement is not bound to one
 * @param surface where it is shown, for example {@code web}
 */
public record Variant(String language, String region, String surface) {

    /** English, no region, on the web. */
    public static final Variant DEFAULT = new Variant("en", "", "web");

    public Variant {
        Checks.notBlank("language", language);
        Checks.notBlank("surface", surface);
    }
}
