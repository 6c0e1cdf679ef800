package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.CaptureView;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.Provisions;
import io.conductatlas.gateway.readmodel.Sources;
import io.conductatlas.gateway.readmodel.VersionNeighbours;
import io.conductatlas.gateway.readmodel.VersionView;
import io.conductatlas.gateway.readmodel.Versions;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The pages of versions. */
@Path("/versions")
@Produces(MediaType.TEXT_HTML)
class VersionPages {
    private static final Logger LOG = Logger.getLogger(VersionPages.class);

    private final Frames frames;
    private final Documents documents;
    private final Versions versions;
    private final Provisions provisions;
    private final Sources sources;

    VersionPages(Frames frames, Documents documents, Versions versions, Provisions provisions, Sources sources) {
        this.frames = frames;
        this.documents = documents;
        this.versions = versions;
        this.provisions = provisions;
        this.sources = sources;
    }

    @GET
    @Path("{id: CA-V-[0-9]+}")
    public Uni<TemplateInstance> version(String id) {
        return versions.byId(id)
                .map(found -> found.orElseThrow(() -> new PageNotFound("There is no version " + id + ".")))
                .chain(this::page);
    }

    private Uni<TemplateInstance> page(VersionView version) {
        Frame frame = frames.open(
                "%s, %s, version %d (%s)"
                        .formatted(
                                version.platform().name(), version.document().name(), version.number(), version.id()),
                "The archived text with its hashes.",
                "platforms",
                Hrefs.version(version.id()));
        return versions.neighbours(version)
                .chain(neighbours -> sources.capture(
                                version.appearances().get(0).captureId())
                        .chain(capture -> documents
                                .byId(version.document().id())
                                .chain(document -> sections(version)
                                        .map(sections -> Templates.version(
                                                page(frame, version, neighbours, capture, document, sections))))));
    }

    private static VersionPage page(
            Frame frame,
            VersionView version,
            VersionNeighbours neighbours,
            Optional<CaptureView> capture,
            Optional<DocumentView> document,
            List<TextSection> sections) {
        return VersionPage.of(
                frame,
                version,
                neighbours,
                capture,
                document.map(DocumentView::language).orElse("en"),
                sections);
    }

    /** The text in sections; none where the archive does not answer or its object is not what it should be. */
    private Uni<List<TextSection>> sections(VersionView version) {
        return provisions
                .marks(version.id())
                .chain(marks -> versions.text(version)
                        .map(text -> TextSection.of(text, marks))
                        .onFailure()
                        .invoke(failure ->
                                LOG.warnf("the text of %s cannot be read: %s", version.id(), failure.toString()))
                        .onFailure()
                        .recoverWithItem(List.of()));
    }
}
