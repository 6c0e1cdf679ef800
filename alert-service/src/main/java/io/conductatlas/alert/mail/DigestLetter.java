package io.conductatlas.alert.mail;

import java.util.List;

/**
 * What the template of a digest shows.
 *
 * @param more how many changes are not listed for want of room
 * @param notes what else there is to say, a sentence each
 */
public record DigestLetter(
        String subject,
        String preview,
        String title,
        String intro,
        List<ChangeCard> cards,
        int more,
        List<String> notes,
        String why,
        String homeUrl,
        String changesUrl,
        String methodologyUrl,
        String unsubscribeUrl) {
    public DigestLetter {
        cards = List.copyOf(cards);
        notes = List.copyOf(notes);
    }
}
