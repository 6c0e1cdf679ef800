package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.deadletters.DeadLetterQueues;
import io.conductatlas.gateway.deadletters.Letter;
import io.conductatlas.gateway.deadletters.Place;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.security.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dead letters: what they hold, sending them again, and letting them go. */
@Path("/ops/dead-letters")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.STAFF)
class DeadLetterPages {
    private static final String START = "/ops/dead-letters";
    private static final String SECTION = "dead-letters";
    private static final String AT = "at/{topic}/{partition: [0-9]{1,9}}/{offset: [0-9]{1,18}}";

    private final Frames frames;
    private final Shells shells;
    private final DeadLetterQueues queues;

    DeadLetterPages(Frames frames, Shells shells, DeadLetterQueues queues) {
        this.frames = frames;
        this.shells = shells;
        this.queues = queues;
    }

    @GET
    public Uni<TemplateInstance> groups(@RestQuery @DefaultValue("") String done) {
        return queues.open()
                .chain(letters -> queues.lost()
                        .map(lost -> Templates.deadletters(DeadLettersPage.of(
                                frames.closed("Dead letters", "ops"), shells.of(SECTION, done), letters, lost))));
    }

    @GET
    @Path("list")
    public Uni<TemplateInstance> list(
            @RestQuery @DefaultValue("") String topic,
            @RestQuery @DefaultValue("") String failure,
            @RestQuery @DefaultValue("") String done) {
        return queues.open(topic, failure)
                .map(letters -> Templates.letters(LettersPage.of(
                        frames.closed("Dead letters", "ops"),
                        shells.of(SECTION, done),
                        topic,
                        failure,
                        letters,
                        shells.may(Roles.OPERATOR))));
    }

    @GET
    @Path(AT)
    public Uni<TemplateInstance> letter(
            String topic, int partition, long offset, @RestQuery @DefaultValue("") String done) {
        return queues.at(new Place(topic, partition, offset))
                .map(letter -> Templates.letter(LetterPage.of(
                        frames.closed("Dead letter", "ops"),
                        shells.of(SECTION, done),
                        letter,
                        shells.may(Roles.OPERATOR))));
    }

    /** The dry run: says what would be sent again, and sends nothing. */
    @GET
    @Path("replay")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<TemplateInstance> dryRun(
            @RestQuery @DefaultValue("") String topic,
            @RestQuery @DefaultValue("") String failure,
            @RestQuery @DefaultValue("10") int most) {
        int limit = limit(most);
        return queues.open(topic, failure).map(letters -> {
            List<Letter> chosen = letters.stream()
                    .filter(letter -> letter.state() == Letter.State.OPEN)
                    .limit(limit)
                    .toList();
            return Templates.confirm(new ConfirmPage(
                    frames.closed("Send dead letters again", "ops"),
                    shells.of(SECTION),
                    "Send %s again?".formatted(Words.count(chosen.size(), "letter")),
                    "Nothing has been sent yet. Each goes to the partition it came from, with its old id: consumers that"
                            + " have done its event let it pass. One that fails again comes back here as a new letter.",
                    facts(topic, failure, letters.size(), chosen),
                    START + "/replay",
                    List.of(
                            new Fact("topic", topic),
                            new Fact("failure", failure),
                            new Fact("most", Integer.toString(limit))),
                    false,
                    "Send %s again".formatted(Words.count(chosen.size(), "letter")),
                    false,
                    new Link(DeadLettersPage.listHref(topic, failure), "Back to the letters")));
        });
    }

    private List<Fact> facts(String topic, String failure, int open, List<Letter> chosen) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Dead-letter topic", topic));
        facts.add(new Fact("Failure", failure));
        facts.add(new Fact("Open letters of this kind", "%,d".formatted(open)));
        facts.add(new Fact("Would be sent again", "%,d".formatted(chosen.size())));
        if (!chosen.isEmpty()) {
            Letter first = chosen.get(0);
            Letter last = chosen.get(chosen.size() - 1);
            facts.add(new Fact("The oldest of them", Moment.of(first.since()).text() + ", " + first.place()));
            facts.add(new Fact("The newest of them", Moment.of(last.since()).text() + ", " + last.place()));
            int rate = queues.replayPerSecond();
            facts.add(new Fact(
                    "Takes about",
                    "%s, at most %d a second".formatted(Words.of(Duration.ofSeconds(1 + chosen.size() / rate)), rate)));
        }
        return facts;
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> replay(
            @RestForm @DefaultValue("") String topic,
            @RestForm @DefaultValue("") String failure,
            @RestForm @DefaultValue("10") int most,
            @RestForm @Nullable String reason) {
        return queues.replay(topic, failure, limit(most), Reasons.optional(reason))
                .map(count ->
                        Shells.done(START, Map.of(), count == 0 ? Notice.NOTHING_TO_REPLAY : Notice.REPLAY_ASKED));
    }

    @POST
    @Path(AT + "/replay")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> replay(String topic, int partition, long offset) {
        Place place = new Place(topic, partition, offset);
        return queues.replay(place, "")
                .map(nothing -> Shells.done(LettersPage.href(place), Map.of(), Notice.REPLAY_ASKED));
    }

    @GET
    @Path(AT + "/discard")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<TemplateInstance> askToDiscard(String topic, int partition, long offset) {
        Place place = new Place(topic, partition, offset);
        return queues.at(place)
                .map(found -> Templates.confirm(new ConfirmPage(
                        frames.closed("Discard a dead letter", "ops"),
                        shells.of(SECTION),
                        "Discard this letter?",
                        "It leaves the list as dealt with, and what it tells has no effect on the reader %s."
                                        .formatted(found.letter().group())
                                + " The record itself stays in its topic and can still be sent again from its own page.",
                        List.of(
                                new Fact("Place", place.toString()),
                                new Fact("Failure", found.letter().failure()),
                                new Fact(
                                        "What the failure said",
                                        Words.excerpt(found.letter().reason(), 300))),
                        LettersPage.href(place) + "/discard",
                        List.of(),
                        true,
                        "Discard it",
                        true,
                        new Link(LettersPage.href(place), "Back to the letter"))));
    }

    @POST
    @Path(AT + "/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<RestResponse<Void>> discard(
            String topic, int partition, long offset, @RestForm @Nullable String reason) {
        return queues.discard(new Place(topic, partition, offset), Reasons.needed(reason))
                .map(nothing -> Shells.done(START, Map.of(), Notice.DISCARDED));
    }

    private int limit(int most) {
        return Math.max(1, Math.min(most, queues.mostRead()));
    }
}
