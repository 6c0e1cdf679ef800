package io.conductatlas.alert.mail;

import java.util.List;

/**
 * What the template of a same-day mail shows.
 *
 * @param preview what mail readers show beside the subject
 * @param intro what the changes have in common, where there are several
 */
public record AlertLetter(
        String subject,
        String preview,
        String intro,
        List<ChangeCard> cards,
        String why,
        String homeUrl,
        String methodologyUrl,
        String unsubscribeUrl) {
    public AlertLetter {
        cards = List.copyOf(cards);
    }

    public boolean several() {
        return cards.size() > 1;
    }
}
