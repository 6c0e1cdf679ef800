package io.conductatlas.alert.mail;

/**
 * A mail to one subscriber, written.
 *
 * @param unsubscribe the link that takes them off the list
 */
public record Letter(MailingList list, String subject, String text, String html, String unsubscribe) {

    /** Longer subjects are cut off by mail readers anyway. */
    private static final int LONGEST_SUBJECT = 180;

    public Letter {
        subject = oneLine(subject);
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 1).strip() + "…";
        }
    }

    /** One line without control characters: nothing that came from elsewhere can end a header or begin another. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
