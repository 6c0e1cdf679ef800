package io.conductatlas.gateway.readmodel;

/**
 * A heading and what stands under it.
 *
 * @param level 1 to 6; 0 for what stands before the first heading
 * @param anchor a name for it that is unique in its document
 */
public record SectionView(String heading, int level, int start, int end, String path, String anchor) {}
