package io.conductatlas.events;

/**
 * What a Change does to one Provision.
 *
 * @param provisionId the permanent id, for example {@code CA-P-000123}
 * @param type the provision type's slug
 * @param title the provision type's name
 */
public record ProvisionChange(
        String provisionId, String type, String title, ProvisionEffect effect, Severity severity, Direction direction) {
    public ProvisionChange {
        Checks.publicId("P", provisionId);
        Checks.slug(type);
    }
}
