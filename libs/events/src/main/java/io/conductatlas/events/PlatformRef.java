package io.conductatlas.events;

import java.util.UUID;

/**
 * A platform, as every event about one names it.
 *
 * @param id never changes
 * @param slug its place in addresses, for example {@code larkfield}; never changes
 * @param name as people know it
 */
public record PlatformRef(UUID id, String slug, String name) {
    public PlatformRef {
        Checks.slug(slug);
        Checks.notBlank("name", name);
    }
}
