package io.conductatlas.fetcher.problem;

/**
 * What went wrong, for machines and people (RFC 9457).
 *
 * @param type a stable address that names the kind of problem
 * @param detail what is wrong with this request
 */
public record Problem(String type, String title, int status, String detail) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(String slug, String title, int status, String detail) {
        return new Problem("https://conductatlas.example/problems/" + slug, title, status, detail);
    }
}
