package io.conductatlas.gateway.pages;

import io.conductatlas.events.ChangeCounts;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.ChangeLine;
import io.conductatlas.gateway.pages.parts.Citation;
import io.conductatlas.gateway.pages.parts.CorrectionLine;
import io.conductatlas.gateway.pages.parts.DiffView;
import io.conductatlas.gateway.pages.parts.Fact;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Words;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeRecord;
import io.conductatlas.gateway.readmodel.ChangeView;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.RelocationView;
import io.conductatlas.gateway.readmodel.RelocationView.PassageView;
import io.conductatlas.gateway.readmodel.TextBlock;
import io.conductatlas.gateway.readmodel.VersionName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The record of a change: what it says, what it rests on, and the words themselves. */
record ChangePage(
        Frame frame,
        String id,
        String title,
        Link platform,
        Link document,
        List<Badge> badges,
        String summary,
        boolean pending,
        List<Block> blocks,
        List<Move> moves,
        @Nullable EntryTable entries,
        List<Clause> clauses,
        int furtherClauses,
        List<Citation> regulations,
        Moment detected,
        @Nullable Moment published,
        @Nullable Moment effective,
        @Nullable String countdown,
        List<Badge> labels,
        List<Fact> counts,
        @Nullable String catalogue,
        List<ChangeLine> previous,
        boolean inline,
        String sideBySideHref,
        String inlineHref,
        @Nullable DiffView diff,
        String diffMissing,
        List<Side> evidence,
        String dataHref,
        List<CorrectionLine> reviews) {
    private static final int CLAUSES = 12;
    private static final Set<String> LISTS =
            Set.of("governance_analysis", "available_actions", "compliance_obligations", "compliance_recommended");

    /** Parts of the record that the page shows in a way of its own: clauses with their words, and the disclaimer at its end. */
    private static final Set<String> SHOWN_OTHERWISE = Set.of("key_clauses", "disclaimer");

    /** A titled part of the record, in lines. */
    record Block(String title, List<String> lines) {}

    /** What the change does to one provision, with the words that it has now, or had. */
    record Clause(String href, String title, List<Badge> badges, List<String> quotes, String caption) {}

    /**
     * A passage that moved between documents.
     *
     * @param said in a sentence
     * @param places the changes of the documents concerned
     * @param lost the words that did not arrive
     */
    record Move(String said, List<Link> places, List<String> lost) {}

    /** One of the two versions. */
    record Side(String name, String id, String href, int number, Moment observed, String hash) {}

    /** @param provisions those that it touches by their ids, as far as they are at hand */
    static ChangePage of(
            Frame frame,
            ChangeRecord record,
            Map<String, ProvisionView> provisions,
            @Nullable DiffView diff,
            boolean inline,
            LocalDate today) {
        ChangeView change = record.change();
        AssessmentView assessment = change.assessment();
        List<ProvisionChange> touched = record.provisionChanges();
        return new ChangePage(
                frame,
                change.id(),
                change.title(),
                new Link(Hrefs.platform(change.platform()), change.platform().name()),
                new Link(
                        Hrefs.document(change.platform(), change.document()),
                        change.document().name()),
                ChangeLine.badges(change),
                assessment == null ? "" : assessment.summary(),
                assessment == null,
                record.blocks().stream()
                        .filter(block -> !SHOWN_OTHERWISE.contains(block.kind()))
                        .map(ChangePage::block)
                        .toList(),
                record.relocations().stream().map(ChangePage::move).toList(),
                record.entries().isEmpty() ? null : EntryTable.of(record.entries()),
                touched.stream()
                        .limit(CLAUSES)
                        .map(touch -> clause(touch, provisions.get(touch.provisionId())))
                        .toList(),
                Math.max(0, touched.size() - CLAUSES),
                record.regulations().stream()
                        .map(tag -> new Citation(tag.name(), tag.article(), tag.why(), null))
                        .toList(),
                Moment.of(change.observedAt()),
                Moment.orNull(change.publishedDate()),
                Moment.orNull(change.effectiveDate()),
                countdown(change.effectiveDate(), today),
                assessment == null
                        ? List.of()
                        : assessment.labels().stream()
                                .map(label -> Badge.plain(Words.ofSlug(label)))
                                .toList(),
                counts(change),
                assessment == null ? null : assessment.catalogueVersion(),
                record.earlier().stream().map(ChangeLine::of).toList(),
                inline,
                Hrefs.change(change.id()),
                Hrefs.change(change.id()) + "?view=inline",
                diff,
                "The words cannot be read from the archive just now. The hashes of both texts are below.",
                List.of(side("Before", change.from()), side("After", change.to())),
                "/v1/changes/" + change.id(),
                record.reviews().stream().map(CorrectionLine::of).toList());
    }

    private static Clause clause(ProvisionChange touch, @Nullable ProvisionView provision) {
        String quote = provision == null ? "" : provision.quote();
        boolean denied = provision != null && provision.denied();
        return new Clause(
                Hrefs.provision(touch.provisionId()),
                denied ? Words.denial(touch.title()) : touch.title(),
                denied
                        ? List.of(Badge.of(touch.effect()), Badge.DENIED, Badge.of(touch.direction()))
                        : List.of(Badge.of(touch.effect()), Badge.of(touch.severity()), Badge.of(touch.direction())),
                quote.isEmpty() ? List.of() : List.of(Words.excerpt(quote, 600)),
                touch.effect() == ProvisionEffect.REMOVED ? "As it last stood" : "As it stands");
    }

    /** What is read as a whole is a paragraph, what is looked things up in is a list. */
    private static Block block(TextBlock block) {
        boolean list = LISTS.contains(block.kind()) && !block.statements().isEmpty();
        return new Block(
                block.title(),
                list
                        ? block.statements()
                        : block.text().lines().filter(line -> !line.isBlank()).toList());
    }

    private static Move move(RelocationView relocation) {
        PassageView from = relocation.passages().get(0);
        List<PassageView> to =
                relocation.passages().subList(1, relocation.passages().size());
        String places =
                to.stream().map(place -> place.document().name()).distinct().collect(Collectors.joining(" and "));
        String said = "A passage of the %s now stands in the %s, %s."
                .formatted(
                        from.document().name(),
                        places,
                        relocation.weakened()
                                ? "weakened: %.0f %% of its words are the same"
                                        .formatted(100 * relocation.resemblance())
                                : "word for word or nearly");
        return new Move(
                said,
                relocation.passages().stream()
                        .map(PassageView::change)
                        .distinct()
                        .map(change -> new Link(Hrefs.change(change), change))
                        .toList(),
                relocation.weakened() ? relocation.wordsLost() : List.of());
    }

    private static @Nullable String countdown(@Nullable LocalDate effective, LocalDate today) {
        if (effective == null || !effective.isAfter(today)) {
            return null;
        }
        return "in " + Words.count(ChronoUnit.DAYS.between(today, effective), "day");
    }

    private static List<Fact> counts(ChangeView change) {
        ChangeCounts counts = change.counts();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Places",
                "%d added · %d removed · %d edited · %d moved"
                        .formatted(counts.inserted(), counts.deleted(), counts.edited(), counts.moved())));
        facts.add(new Fact("Words", "+%,d · −%,d".formatted(counts.wordsAdded(), counts.wordsRemoved())));
        facts.add(new Fact(
                "Sentences, before and after",
                "%,d · %,d".formatted(change.from().sentences(), change.to().sentences())));
        return facts;
    }

    private static Side side(String name, VersionName version) {
        return new Side(
                name,
                version.id(),
                Hrefs.version(version.id()),
                version.number(),
                Moment.of(version.observedAt()),
                version.textHash());
    }
}
