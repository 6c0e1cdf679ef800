package io.conductatlas.events;

/** What a Change does to a Provision. */
public enum ProvisionEffect {
    INTRODUCED,
    REMOVED,
    STRENGTHENED,
    WEAKENED,
    REWORDED,
    RELOCATED
}
