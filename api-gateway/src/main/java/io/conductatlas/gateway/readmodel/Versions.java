package io.conductatlas.gateway.readmodel;

import io.conductatlas.archive.Archive;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts of the documents through time. */
@ApplicationScoped
public class Versions {

    private static final String SELECT = """
            select v.id, v.number, %s as platform, %s as document, v.text_hash, v.words, v.sentences, v.sections,
                   v.effective_date, v.last_updated_date, v.origin, first.observed_at, v.recorded_at,
                   times.appearances, v.markdown, v.text
              from version v join document d on d.id = v.document_id join platform p on p.id = v.platform_id
              join lateral (select min(a.observed_at) as observed_at from appearance a where a.version_id = v.id)
                     first on first.observed_at is not null
              join lateral (select json_agg(json_build_object(
                                      'id', a.id, 'capture_id', a.capture_id, 'from', a.observed_at,
                                      'until', (select min(b.observed_at) from appearance b
                                                 where b.document_id = a.document_id
                                                   and b.observed_at > a.observed_at))
                                    order by a.observed_at) as appearances
                              from appearance a where a.version_id = v.id) times on true
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT);

    private final Rows rows;
    private final Archive archive;
    private final Objects objects;

    Versions(Rows rows, Archive archive, Objects objects) {
        this.rows = rows;
        this.archive = archive;
        this.objects = objects;
    }

    /** The newest first. */
    public Uni<Page<VersionView>> ofDocument(UUID documentId, PageRequest page) {
        return rows.page(
                page,
                version -> Integer.toString(version.number()),
                VersionView.class,
                SELECT + """
                         where v.document_id = $1 and ($2::text is null or v.number < cast($2::text as int))
                         order by v.number desc limit $3""",
                documentId,
                number(page),
                page.limit() + 1);
    }

    /** All Versions of all documents of a platform, the oldest of each document first. */
    public Uni<List<VersionView>> ofPlatform(UUID platformId) {
        return rows.list(
                VersionView.class, SELECT + " where v.platform_id = $1 order by v.document_id, v.number", platformId);
    }

    /** @param id for example {@code CA-V-000123} */
    public Uni<Optional<VersionView>> byId(String id) {
        return rows.first(VersionView.class, SELECT + " where v.id = $1", id);
    }

    /** The Versions numbered before and after it in its document. */
    public Uni<VersionNeighbours> neighbours(VersionView version) {
        UUID documentId = version.document().id();
        return rows.first(
                        VersionView.class,
                        SELECT + " where v.document_id = $1 and v.number < $2 order by v.number desc limit 1",
                        documentId,
                        version.number())
                .chain(earlier -> rows.first(
                                VersionView.class,
                                SELECT + " where v.document_id = $1 and v.number > $2 order by v.number limit 1",
                                documentId,
                                version.number())
                        .map(later -> new VersionNeighbours(earlier, later)));
    }

    /** The words with their offsets; fails if the archive does not hold what it should. */
    public Uni<VersionText> text(VersionView version) {
        return archive.getOnWorker(version.text()).map(bytes -> objects.versionText(version.id(), bytes));
    }

    /** The archived Markdown's own bytes, whose SHA-256 is the Version's {@code textHash}. */
    public Uni<byte[]> markdown(VersionView version) {
        return archive.getOnWorker(version.markdown());
    }

    private static @Nullable String number(PageRequest page) {
        String after = page.after();
        if (after != null && !after.matches("[0-9]{1,9}")) {
            throw new InvalidPositionException();
        }
        return after;
    }
}
