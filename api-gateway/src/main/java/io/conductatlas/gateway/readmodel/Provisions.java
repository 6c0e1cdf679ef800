package io.conductatlas.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clauses that the documents hold or held. */
@ApplicationScoped
public class Provisions {

    /**
     * Of the quotes that hold the words it was found by, the longest: the first one is often no more than "in the following
     * situations:".
     */
    private static final String QUOTE = """
            coalesce((select q.value ->> 'text' from jsonb_array_elements(v.quotes) with ordinality q
                       order by strpos(q.value ->> 'text', coalesce(v.evidence -> 0 ->> 'words', '')) = 0,
                                length(q.value ->> 'text') desc, q.ordinality limit 1), '')""";

    private static final String SELECT = """
            select v.id, %s as platform, %s as document, v.type, v.title, v.polarity, v.severity, v.present,
                   %s as quote, v.first_observed_at as first_seen_at,
                   v.last_observed_at as last_seen_at, v.first_version, v.last_version as version,
                   (select count(distinct e.change_id) from provision_event e where e.provision_id = v.id) as changes,
                   (select max(e.observed_at) from provision_event e where e.provision_id = v.id) as last_change_at,
                   coalesce(jsonb_array_length(v.choice -> 'steps'), 0) > 0
                       or v.factors @> '[{"name": "opt-out-offered"}]' as opt_out,
                   v.catalogue_version
              from provision v join document d on d.id = v.document_id join platform p on p.id = v.platform_id
            """.formatted(Documents.PLATFORM, Documents.DOCUMENT, QUOTE);

    private static final String WORDS = """
            coalesce((select string_agg(q.value ->> 'text', ' ' order by q.ordinality)
                        from jsonb_array_elements(v.quotes) with ordinality q), '')""";

    private final Rows rows;

    Provisions(Rows rows) {
        this.rows = rows;
    }

    /** In the order of their ids. */
    public Uni<Page<ProvisionView>> find(ProvisionFilter filter, PageRequest page) {
        return rows.page(
                page,
                ProvisionView::id,
                ProvisionView.class,
                SELECT + """
                         where ($1::uuid is null or v.platform_id = $1)
                           and ($2::uuid is null or v.document_id = $2)
                           and ($3::text is null or v.type = $3)
                           and ($4::text is null or v.severity = $4)
                           and ($5::boolean is null or v.present = $5)
                           and ($6::text is null or v.id > $6)
                         order by v.id limit $7""",
                filter.platformId(),
                filter.documentId(),
                filter.type(),
                filter.severity(),
                filter.present(),
                page.after(),
                page.limit() + 1);
    }

    /** @param id for example {@code CA-P-000123} */
    public Uni<Optional<ProvisionView>> byId(String id) {
        return rows.first(ProvisionView.class, SELECT + " where v.id = $1", id);
    }

    /** The provision in full. */
    public Uni<ProvisionRecord> record(ProvisionView provision) {
        return rows.first(Body.class, """
                        select quotes, factors, regulations, confidence, evidence,
                               coalesce(choice, '{"steps": [], "deadlines": []}') as choice, record
                          from provision where id = $1""", provision.id())
                .map(Optional::orElseThrow)
                .chain(body -> history(provision.id())
                        .map(history -> new ProvisionRecord(
                                provision,
                                body.quotes(),
                                body.factors(),
                                body.regulations(),
                                history,
                                body.confidence(),
                                body.evidence(),
                                body.choice(),
                                body.record())));
    }

    /** Where the words of a Version are that provisions quote; of those only that have not been quoted from a later one. */
    public Uni<List<ProvisionMark>> marks(String versionId) {
        return rows.list(ProvisionMark.class, """
                select v.id as provision_id, v.title, cast(q.value ->> 'start' as int) as start,
                       cast(q.value ->> 'end' as int) as "end"
                  from provision v cross join lateral jsonb_array_elements(v.quotes) q
                 where v.last_version = $1 order by 3, 1""", versionId);
    }

    /** The provisions of those ids, in the order of their ids. */
    public Uni<List<ProvisionView>> byIds(List<String> ids) {
        return rows.list(ProvisionView.class, SELECT + " where v.id = any($1) order by v.id", (Object)
                ids.toArray(String[]::new));
    }

    /**
     * How common each type is that any current Version has, the most common first. A platform that only states that it
     * does not do it is none that has the type.
     */
    public Uni<List<TypeAdoption>> adoption() {
        return rows.list(TypeAdoption.class, """
                select type, min(title) as title,
                       count(distinct platform_id) filter (where stated) as platforms,
                       count(distinct platform_id) filter (where not stated and not stated_elsewhere) as denying,
                       count(*) filter (where stated) as provisions,
                       count(*) filter (where stated and severity = 'HIGH') as high,
                       count(*) filter (where stated and severity = 'MEDIUM') as medium,
                       count(*) filter (where stated and severity = 'LOW') as low
                  from (select type, title, severity, platform_id, polarity = 'STATED' as stated,
                               bool_or(polarity = 'STATED') over (partition by type, platform_id) as stated_elsewhere
                          from provision where present) p
                 group by type order by platforms desc, type""");
    }

    /**
     * The provisions of a type and a polarity that the current Versions of other platforms hold, each with all its words,
     * in the order of their ids.
     */
    public Uni<List<Passage>> elsewhere(ProvisionView provision) {
        return rows.list(
                Passage.class,
                """
                select v.id, v.platform_id, %s as words
                  from provision v
                 where v.type = $1 and v.polarity = $2 and v.present and v.platform_id <> $3
                 order by v.id""".formatted(WORDS),
                provision.type(),
                provision.polarity(),
                provision.platform().id());
    }

    /** All provisions of a type that any current Version holds, in the order of their ids. */
    public Uni<List<ProvisionView>> ofType(String type) {
        return rows.list(ProvisionView.class, SELECT + " where v.type = $1 and v.present order by v.id", type);
    }

    /** Provisions of current Versions that nobody has reviewed, those that were named with the least confidence first. */
    public Uni<List<Unsure>> leastSure(int most) {
        return rows.list(Unsure.class, """
                select v.id, v.title, v.confidence, %s as quote, p.name || ', ' || d.name as document
                  from provision v join document d on d.id = v.document_id join platform p on p.id = v.platform_id
                 where v.present and v.confidence is not null
                   and not exists (select 1 from review r where r.subject = v.id)
                 order by v.confidence, v.id limit $1""".formatted(QUOTE), most);
    }

    /** All words that a provision quotes. */
    public Uni<String> words(String id) {
        return rows.first(Words.class, "select %s as words from provision v where v.id = $1".formatted(WORDS), id)
                .map(found -> found.map(Words::words).orElse(""));
    }

    /** All provisions that the current Versions of some platforms hold, in the order of their ids; of all types or of one. */
    public Uni<List<ProvisionView>> ofPlatforms(List<UUID> platforms, @Nullable String type) {
        return rows.list(ProvisionView.class, SELECT + """
                         where v.platform_id = any($1) and v.present and ($2::text is null or v.type = $2)
                         order by v.id""", platforms.toArray(UUID[]::new), type);
    }

    private Uni<List<ProvisionEventView>> history(String provisionId) {
        return rows.list(ProvisionEventView.class, """
                select e.change_id, e.effect, e.severity, e.direction, e.observed_at, a.title
                  from provision_event e left join assessment a on a.change_id = e.change_id
                 where e.provision_id = $1 order by e.observed_at desc, e.change_id desc""", provisionId);
    }

    /** A provision that was named with little confidence. */
    public record Unsure(String id, String title, double confidence, String quote, String document) {}

    /** The words of a provision. */
    public record Passage(String id, UUID platformId, String words) {}

    record Words(String words) {}

    record Body(
            List<QuoteView> quotes,
            List<FactorView> factors,
            List<EngagedView> regulations,
            @Nullable Double confidence,
            List<EvidenceView> evidence,
            ChoiceView choice,
            @Nullable RecordView record) {}
}
