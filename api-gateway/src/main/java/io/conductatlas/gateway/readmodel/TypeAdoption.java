package io.conductatlas.gateway.readmodel;

/**
 * How common a provision type is in the current Versions of all documents.
 *
 * @param type the provision type's slug
 * @param title the provision type's name
 * @param platforms how many platforms have one or more
 */
public record TypeAdoption(String type, String title, int platforms, int provisions, int high, int medium, int low) {}
