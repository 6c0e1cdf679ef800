package io.conductatlas.gateway.readmodel;

/**
 * How common a provision type is in the current Versions of all documents.
 *
 * @param type the provision type's slug
 * @param title the provision type's name
 * @param platforms how many platforms state one or more
 * @param denying how many other platforms state that they do not do it
 * @param provisions how many are stated; with high, medium and low of them
 */
public record TypeAdoption(
        String type, String title, int platforms, int denying, int provisions, int high, int medium, int low) {}
