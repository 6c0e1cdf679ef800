package io.conductatlas.gateway.readmodel;

/** Which sources are wanted. The rules are those of the overview, so that its numbers and the lists agree. */
public enum SourceFilter {
    ALL("true"),
    /** The last attempt failed. */
    FAILING("d.failures > 0 and not d.retired"),
    /** Their time has come. */
    DUE(SourceFilter.NEXT_DUE + " <= $3"),
    /** Their time came more than a quarter of their cadence ago, and more than ten minutes ago. */
    LATE(SourceFilter.NEXT_DUE + " + greatest(cast(d.cadence as interval) / 4, interval '10 minutes') <= $3"),
    PAUSED("d.paused and not d.retired"),
    RETIRED("d.retired");

    /** When a source is fetched next; null where it is not fetched. Needs the document as {@code d}. */
    static final String NEXT_DUE = """
            case when d.retired or d.paused or d.fetch_mode = 'ARCHIVE' then null
                 else coalesce(d.next_attempt_at, d.last_attempt_at + cast(d.cadence as interval), d.recorded_at) end""";

    private final String condition;

    SourceFilter(String condition) {
        this.condition = "(" + condition + ")";
    }

    /** Needs the document as {@code d} and the present time as {@code $3}. */
    String condition() {
        return condition;
    }
}
