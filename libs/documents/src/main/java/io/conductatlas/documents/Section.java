package io.conductatlas.documents;

/**
 * A heading and what stands under it up to the next heading of any level.
 *
 * @param heading its words; empty for what stands before the first heading
 * @param level 1 to 6; 0 for what stands before the first heading
 * @param start where its heading begins in {@link AgreementText#text()}
 * @param end just after its last sentence
 * @param path the headings above it and its own, joined by {@code " › "}; very long ones with their beginning only
 * @param anchor a name for it that is unique in its document and stays as long as its heading does
 */
public record Section(String heading, int level, int start, int end, String path, String anchor) {}
