package io.conductatlas.gateway.pages.parts;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param description one sentence for search engines; null for pages that they shall leave
 * @param section which entry of the menu is marked
 * @param canonical the page's own address; null for pages that search engines shall leave
 * @param feed where the page's changes can be followed
 * @param assetVersion changes when the style sheet does
 */
public record Frame(
        String title,
        @Nullable String description,
        String section,
        @Nullable String canonical,
        @Nullable String feed,
        String assetVersion) {

    public Frame withFeed(String address) {
        return new Frame(title, description, section, canonical, address, assetVersion);
    }
}
