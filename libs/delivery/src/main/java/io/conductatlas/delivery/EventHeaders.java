package io.conductatlas.delivery;

/** The names of the headers that an event travels with: CloudEvents 1.0 in Kafka's binary mode, and two more. */
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String PARTITION_KEY = "ce_partitionkey";
    public static final String CONTENT_TYPE = "content-type";

    /** The W3C trace context of the work that told the event. */
    public static final String TRACE_PARENT = "traceparent";

    /** On a record that was sent again from the dead letters: where it lay there, {@code topic/partition/offset}. */
    public static final String REPLAY_OF = "replay-of";

    private EventHeaders() {}
}
