package io.conductatlas.gateway.pages;

import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.Severity;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.DiffView;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.readmodel.ChangeFilter;
import io.conductatlas.gateway.readmodel.ChangeRecord;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.Changes;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.readmodel.VersionText;
import io.conductatlas.gateway.readmodel.Versions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of changes, and their records. */
@Path("/changes")
@Produces(MediaType.TEXT_HTML)
class ChangePages {
    private static final Logger LOG = Logger.getLogger(ChangePages.class);
    private static final int PAGE = 40;
    private static final String EVERYTHING = "all";
    private static final String INLINE = "inline";

    private final Frames frames;
    private final Platforms platforms;
    private final Changes changes;
    private final Versions versions;
    private final Provisions provisions;
    private final Clock clock;

    ChangePages(
            Frames frames,
            Platforms platforms,
            Changes changes,
            Versions versions,
            Provisions provisions,
            Clock clock) {
        this.frames = frames;
        this.platforms = platforms;
        this.changes = changes;
        this.versions = versions;
        this.provisions = provisions;
        this.clock = clock;
    }

    @GET
    public Uni<TemplateInstance> changes(
            @RestQuery @DefaultValue("") String platform,
            @RestQuery @DefaultValue("") String severity,
            @RestQuery @DefaultValue("") String show,
            @RestQuery @Nullable String after) {
        Choices choices = new Choices(platform, Queries.constant(Severity.class, severity), show.equals(EVERYTHING));
        return platforms.list(PageRequest.first(PageRequest.MAX)).chain(all -> {
            Optional<PlatformView> chosen = all.items().stream()
                    .filter(one -> one.slug().equals(platform))
                    .findFirst();
            if (chosen.isEmpty() && !platform.isEmpty()) {
                return Uni.createFrom().failure(new PageNotFound("No platform of that name is under watch."));
            }
            ChangeFilter filter = new ChangeFilter(
                    chosen.map(PlatformView::id).orElse(null),
                    null,
                    choices.all() ? null : Boolean.TRUE,
                    choices.severity(),
                    null);
            return changes.find(filter, new PageRequest(Queries.absentIfEmpty(after), PAGE))
                    .map(page -> Templates.changes(new ChangesPage(
                            frames.open(
                                    "Changes", "What changed in the agreements of platforms.", "changes", "/changes"),
                            choices.all(),
                            Queries.platformOptions(all.items(), platform),
                            Option.of(Severity.class, choices.severity()),
                            page.items().stream().map(ChangeLine::of).toList(),
                            choices.next(page.next()))));
        });
    }

    /** What the reader of the list asked for. */
    private record Choices(String platform, @Nullable Severity severity, boolean all) {
        @Nullable
        String next(@Nullable String after) {
            return after == null
                    ? null
                    : Queries.address(
                            "/changes",
                            Map.of(
                                    "platform",
                                    platform,
                                    "severity",
                                    severity == null ? "" : severity.name(),
                                    "show",
                                    all ? EVERYTHING : "",
                                    "after",
                                    after));
        }
    }

    @GET
    @Path("{id: CA-C-[0-9]+}")
    public Uni<TemplateInstance> change(String id, @RestQuery @DefaultValue("") String view) {
        return changes.byId(id)
                .map(found -> found.orElseThrow(() -> new PageNotFound("There is no change " + id + ".")))
                .chain(change -> page(change, view.equals(INLINE)));
    }

    private Uni<TemplateInstance> page(ChangeView change, boolean inline) {
        Frame frame = frames.open(
                        change.title() + " (" + change.id() + ")",
                        change.assessment() == null
                                ? "A recorded change."
                                : change.assessment().summary(),
                        "changes",
                        Hrefs.change(change.id()))
                .withFeed(Hrefs.platformFeed(change.platform().slug()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return record(change)
                .chain(record -> newText(change)
                        .chain(text -> touched(record)
                                .map(provisions -> Templates.change(ChangePage.of(
                                        frame, record, provisions, diff(record, text, inline), inline, today)))));
    }

    private static @Nullable DiffView diff(ChangeRecord record, Optional<VersionText> text, boolean inline) {
        return record.hunks().isEmpty() ? null : DiffAssembler.assemble(record.hunks(), text, inline);
    }

    /** The record; without its words where the archive does not answer. */
    private Uni<ChangeRecord> record(ChangeView change) {
        return changes.record(change)
                .onFailure()
                .invoke(failure -> LOG.warnf("the words of %s cannot be read: %s", change.id(), failure.toString()))
                .onFailure()
                .recoverWithItem(() -> ChangeRecord.withoutWords(change));
    }

    private Uni<Optional<VersionText>> newText(ChangeView change) {
        return versions.byId(change.to().id())
                .chain(version -> version.isEmpty()
                        ? Uni.createFrom().item(Optional.<VersionText>empty())
                        : versions.text(version.get())
                                .map(Optional::of)
                                .onFailure()
                                .recoverWithItem(Optional.empty()));
    }

    private Uni<Map<String, ProvisionView>> touched(ChangeRecord record) {
        List<String> ids = new ArrayList<>();
        record.provisionChanges().stream()
                .map(ProvisionChange::provisionId)
                .limit(50)
                .forEach(ids::add);
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : provisions
                        .byIds(ids)
                        .map(found ->
                                found.stream().collect(Collectors.toMap(ProvisionView::id, provision -> provision)));
    }
}
