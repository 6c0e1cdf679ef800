package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.ProvisionView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Platforms beside each other: on one type in their words, or on all types at a glance.
 *
 * @param choices a field of the form for each platform
 * @param type what is compared; null where nothing is chosen, or everything
 * @param impact what the type means for people
 * @param columns empty unless a type and at least two platforms are chosen
 * @param glance null unless everything is compared
 */
record ComparePage(
        Frame frame,
        List<Option> types,
        List<Choice> choices,
        @Nullable Link type,
        String impact,
        List<Column> columns,
        @Nullable Glance glance) {

    /** A field of the form. */
    record Choice(String name, List<Option> options) {}

    /** A platform's provisions of the type. */
    record Column(Link platform, List<Compared> provisions) {}

    /**
     * One of them.
     *
     * @param optOut whether its words offer a way out, in words
     */
    record Compared(
            ProvisionLine line, String optOut, @Nullable Moment lastChange) {}

    /** All types that one of the platforms has something on. */
    record Glance(List<Link> platforms, List<Row> rows) {}

    /** One type on each of the platforms. */
    record Row(Link type, List<Cell> cells) {}

    /** @param href the provision; null where none was detected */
    record Cell(Badge badge, @Nullable String href, String more) {}

    static List<Column> columns(List<PlatformView> compared, List<ProvisionView> held) {
        return compared.stream()
                .map(platform -> new Column(
                        link(platform),
                        held.stream()
                                .filter(provision -> provision.platform().id().equals(platform.id()))
                                .sorted(Comparator.comparing(ProvisionView::denied))
                                .map(ComparePage::compared)
                                .toList()))
                .toList();
    }

    /** @param held the provisions of each of the platforms */
    static Glance glance(List<PlatformView> compared, CatalogueTexts catalogue, List<ProvisionView> held) {
        List<Row> rows = catalogue.groups().stream()
                .flatMap(group -> group.types().stream())
                .filter(type ->
                        held.stream().anyMatch(provision -> provision.type().equals(type.slug())))
                .map(type -> new Row(
                        new Link(Hrefs.type(type.slug()), type.name()),
                        compared.stream()
                                .map(platform -> cell(held.stream()
                                        .filter(provision -> provision.type().equals(type.slug())
                                                && provision.platform().id().equals(platform.id()))
                                        .toList()))
                                .toList()))
                .toList();
        return new Glance(compared.stream().map(ComparePage::link).toList(), rows);
    }

    private static Cell cell(List<ProvisionView> provisions) {
        Optional<ProvisionView> heaviest = provisions.stream()
                .min(Comparator.comparing(ProvisionView::denied)
                        .thenComparing(ProvisionView::severity, Comparator.reverseOrder())
                        .thenComparing(ProvisionView::id));
        return heaviest.map(provision -> new Cell(
                        provision.denied() ? Badge.DENIED : Badge.of(provision.severity()),
                        Hrefs.provision(provision.id()),
                        provisions.size() == 1 ? "" : "and %d more".formatted(provisions.size() - 1)))
                .orElseGet(() -> new Cell(Badge.plain("Not detected"), null, ""));
    }

    private static Compared compared(ProvisionView provision) {
        String optOut = provision.denied()
                ? "States that it does not"
                : provision.optOut() ? "A way to opt out is stated" : "No way to opt out is stated near it";
        return new Compared(ProvisionLine.of(provision), optOut, Moment.orNull(provision.lastChangeAt()));
    }

    private static Link link(PlatformView platform) {
        return new Link(Hrefs.platform(platform.slug()), platform.name());
    }
}
