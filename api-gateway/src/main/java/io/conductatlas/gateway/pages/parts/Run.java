package io.conductatlas.gateway.pages.parts;

/** Some words of a comparison: in both texts, in the old one only, or in the new one only. */
public record Run(String text, boolean added, boolean removed) {

    public static Run kept(String text) {
        return new Run(text, false, false);
    }

    public static Run added(String text) {
        return new Run(text, true, false);
    }

    public static Run removed(String text) {
        return new Run(text, false, true);
    }
}
