package io.conductatlas.events;

import java.util.UUID;

/**
 * One agreement of a platform in one variant.
 *
 * @param slug its place in addresses under the platform, for example {@code privacy-policy}
 * @param name the title people see, for example {@code Privacy Policy}
 * @param type the document type's slug, for example {@code privacy-policy} or {@code terms-of-service}
 * @param variant which of the document's faces this is
 */
public record DocumentRef(UUID id, String slug, String name, String type, Variant variant) {
    public DocumentRef {
        Checks.slug(slug);
        Checks.notBlank("name", name);
        Checks.slug(type);
    }
}
