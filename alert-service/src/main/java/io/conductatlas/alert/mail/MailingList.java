package io.conductatlas.alert.mail;

/** The two kinds of mail that somebody may take themselves off, each by itself. */
public enum MailingList {
    ALERTS("alerts", "ConductAtlas alerts"),
    DIGEST("digest", "ConductAtlas weekly digest");

    private final String token;
    private final String title;

    MailingList(String token, String title) {
        this.token = token;
        this.title = title;
    }

    /** As it is called in unsubscription tokens and in {@code List-Id}. */
    public String token() {
        return token;
    }

    /** As people see it. */
    public String title() {
        return title;
    }
}
