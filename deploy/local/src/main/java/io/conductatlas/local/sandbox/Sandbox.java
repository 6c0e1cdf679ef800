package io.conductatlas.local.sandbox;

import io.conductatlas.clock.ShiftedClock;
import io.conductatlas.events.EventType;
import io.conductatlas.local.gateway.Rest;
import io.conductatlas.local.pipeline.Fact;
import io.conductatlas.local.pipeline.Facts;
import io.conductatlas.local.pipeline.Pipeline;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.StackSettings;
import io.conductatlas.local.stack.StateFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plays the script's days through a running stack: moves the clock of all services by a day, waits until every source
 * was fetched on it and what came of that has gone all the way, and reports what it caused.
 *
 * <p>The last day is today, so that a stack that has played them all goes on in true time.
 */
public final class Sandbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<EventType> OUTCOMES =
            Set.of(EventType.CAPTURE_RECORDED, EventType.CHECK_RECORDED, EventType.CAPTURE_FAILED);

    private final StackSettings settings;
    private final Script script;
    private final StateFolder state;
    private final Rest staff;
    private final Pipeline pipeline;
    private final Facts facts;
    private final Clock clock;
    private int told;

    /** For a running stack whose clock {@link #prepare} has set. */
    public Sandbox(StackSettings settings, Script script) {
        this.settings = settings;
        this.script = script;
        this.state = settings.state();
        this.staff = new Rest(settings.address(Port.GATEWAY), Secrets.of(state).staffKey());
        this.pipeline = new Pipeline(settings);
        this.facts = new Facts(Pipeline.kafka(settings));
        this.clock = new ShiftedClock(Clock.systemUTC(), state.clock());
    }

    /** Sets the clock of a stack that is not running to the first day. */
    static void prepare(StateFolder state, Script script) {
        Instant now = Clock.systemUTC().instant();
        setClock(state, script, 0);
        new Progress(now.minus(Duration.ofDays(script.days().size() - 1L)).toString(), 0, "").save(state);
    }

    /** Declares the script's platforms and documents through the REST API, as staff would. */
    public void declare() {
        for (Script.Platform platform : script.platforms()) {
            Rest.expect(
                    staff.post(
                            "/v1/platforms",
                            Map.of(
                                    "slug", platform.slug(),
                                    "name", platform.name(),
                                    "description", platform.description(),
                                    "industry", platform.industry(),
                                    "home_page", settings.address(Port.SANDBOX) + "/")),
                    "the platform " + platform.name());
            for (Script.Document document : platform.documents()) {
                declare(platform, document);
            }
        }
    }

    /** Registers the demo's readers. */
    Readers register() {
        Readers readers = Readers.register(settings);
        pipeline.awaitIdle(PATIENCE);
        return readers;
    }

    /** Plays one day, counted from 0, to its end. */
    DayReport play(int day) {
        setClock(state, script, day);
        // not from the shifted clock: for some milliseconds it may still show yesterday, whose fetches would pass for
        // today's
        Instant start = Clock.systemUTC().instant().plus(shift(script, day)).minus(Duration.ofMinutes(1));
        Pipeline.await(PATIENCE, "a fetch of every source on day " + (day + 1), () -> isFetchedSince(start));
        pipeline.awaitIdle(PATIENCE);
        List<Fact> all = facts.read();
        List<Fact> today = new ArrayList<>(all.subList(told, all.size()));
        told = all.size();
        Progress progress = Progress.of(state).orElseThrow();
        new Progress(progress.firstDay(), day + 1, "").save(state);
        return new DayReport(
                day + 1,
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                script.days().get(day).title(),
                today);
    }

    Pipeline pipeline() {
        return pipeline;
    }

    @Override
    public void close() {
        facts.close();
        pipeline.close();
    }

    private void declare(Script.Platform platform, Script.Document document) {
        Map<String, Object> body = new HashMap<>();
        body.put("slug", document.slug());
        body.put("name", document.name());
        body.put("type", document.type());
        body.put("language", "en");
        body.put("fetch_mode", document.mode());
        body.put("cadence", "PT12H");
        body.put(
                "locations",
                List.of(Map.of(
                        "url",
                        settings.address(Port.SANDBOX)
                                .resolve("/" + document.page())
                                .toString(),
                        "select",
                        List.of("main"))));
        Rest.expect(
                staff.post("/v1/platforms/" + platform.slug() + "/documents", body),
                "the document " + platform.name() + ", " + document.name());
    }

    private boolean isFetchedSince(Instant start) {
        Set<String> missing = new TreeSet<>();
        script.platforms()
                .forEach(platform ->
                        platform.documents().forEach(document -> missing.add(platform.slug() + "/" + document.slug())));
        facts.read().stream()
                .filter(fact -> OUTCOMES.contains(fact.type()))
                .filter(fact -> !fact.observedAt().isBefore(start))
                .forEach(fact -> missing.remove(fact.documentPath()));
        return missing.isEmpty();
    }

    private static void setClock(StateFolder state, Script script, int day) {
        state.write(state.clock(), shift(script, day).toString());
    }

    private static Duration shift(Script script, int day) {
        return Duration.ofDays(day + 1L - script.days().size());
    }
}
