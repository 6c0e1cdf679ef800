package io.conductatlas.local.stack;

/** Every port the local stack listens on, as a distance from the base of its settings. */
public enum Port {
    GATEWAY(80, "api gateway"),
    FETCHER(81, "fetcher"),
    DIFFER(82, "differ"),
    CLASSIFIER(83, "classifier"),
    ALERT(84, "alert service"),
    SANDBOX(90, "sandbox web site"),
    MAILBOX(91, "mailbox page"),
    WEBHOOKS(92, "webhook receiver"),
    SMTP(125, "SMTP"),
    POSTGRES(132, "PostgreSQL"),
    OBJECTS(190, "object store"),
    KAFKA(192, "Kafka"),
    KAFKA_CONTROLLER(193, "Kafka controller");

    private final int offset;
    private final String title;

    Port(int offset, String title) {
        this.offset = offset;
        this.title = title;
    }

    int offset() {
        return offset;
    }

    /** What listens there, in words. */
    public String title() {
        return title;
    }
}
