package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The platforms under watch. */
@ApplicationScoped
public class Platforms {

    private static final Duration YEAR = Duration.ofDays(365);

    private static final String SELECT = """
            select p.id, p.slug, p.name, p.description, p.industry, p.home_page,
                   (select count(*) from document d where d.platform_id = p.id) as documents,
                   (select count(*) from version v where v.platform_id = p.id) as versions,
                   coalesce(s.provisions, 0) as provisions, coalesce(s.high, 0) as high,
                   coalesce(s.medium, 0) as medium, coalesce(s.low, 0) as low,
                   (select count(*) from change c join assessment a on a.change_id = c.id and a.alerting
                     where c.platform_id = p.id and c.observed_at >= $1) as changes,
                   (select max(c.observed_at) from change c join assessment a on a.change_id = c.id and a.alerting
                     where c.platform_id = p.id) as last_change_at
              from platform p
              left join lateral (select count(*) as provisions,
                                        count(*) filter (where severity = 'HIGH') as high,
                                        count(*) filter (where severity = 'MEDIUM') as medium,
                                        count(*) filter (where severity = 'LOW') as low
                                   from provision where platform_id = p.id and present) s on true
            """;

    private final Rows rows;
    private final Clock clock;

    Platforms(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** In the order of their slugs. */
    public Uni<Page<PlatformView>> list(PageRequest page) {
        return rows.page(
                page,
                PlatformView::slug,
                PlatformView.class,
                SELECT + " where ($2::text is null or p.slug > $2) order by p.slug limit $3",
                clock.instant().minus(YEAR),
                page.after(),
                page.limit() + 1);
    }

    public Uni<Optional<PlatformView>> bySlug(String slug) {
        return rows.first(
                PlatformView.class,
                SELECT + " where p.slug = $2",
                clock.instant().minus(YEAR),
                slug);
    }

    /** How many platforms are under watch: those with a Version. It is the N of every "n of N". */
    public Uni<Integer> watched() {
        return rows.first(Watched.class, "select count(distinct platform_id) as platforms from version")
                .map(found -> found.map(Watched::platforms).orElse(0));
    }

    record Watched(int platforms) {}
}
