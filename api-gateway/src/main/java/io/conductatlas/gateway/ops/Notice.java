package io.conductatlas.gateway.ops;

/** What a page says after an act. The address only names one of these, so that nobody can put words on our pages. */
enum Notice {
    FETCH_ASKED("The fetch was asked for; the fetcher takes it up with its next turn."),
    PAUSED("The source is paused."),
    RESUMED("The source is fetched again when it is due."),
    RETIRED("The document is retired. What was archived stays."),
    ACCEPTED("The capture was accepted; the differ makes it a version after all."),
    REVIEWED("The review was recorded; it takes effect within moments."),
    CONFIRMED("The refusal was confirmed."),
    REPLAY_ASKED("Sending again was asked for; letters leave the list as the broker acknowledges them."),
    NOTHING_TO_REPLAY("There was nothing left to send again."),
    DISCARDED("The letter was discarded. It stays in its topic and can be sent again from its own page.");

    private final String words;

    Notice(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
