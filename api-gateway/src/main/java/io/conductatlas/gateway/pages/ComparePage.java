package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.comparison.Comparison;
import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Moment;
import io.conductatlas.gateway.pages.parts.Option;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import io.conductatlas.gateway.readmodel.PlatformName;
import io.conductatlas.gateway.readmodel.ProvisionView;
import java.util.List;
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

    static List<Column> columns(List<Comparison.Column> compared) {
        return compared.stream()
                .map(column -> new Column(
                        link(column.platform()),
                        column.provisions().stream().map(ComparePage::compared).toList()))
                .toList();
    }

    static Glance glance(CatalogueTexts catalogue, List<Comparison.Column> compared) {
        List<Row> rows = catalogue.groups().stream()
                .flatMap(group -> group.types().stream())
                .filter(type -> compared.stream()
                        .anyMatch(column -> !ofType(column, type.slug()).isEmpty()))
                .map(type -> new Row(
                        new Link(Hrefs.type(type.slug()), type.name()),
                        compared.stream()
                                .map(column -> cell(ofType(column, type.slug())))
                                .toList()))
                .toList();
        return new Glance(
                compared.stream().map(column -> link(column.platform())).toList(), rows);
    }

    private static List<ProvisionView> ofType(Comparison.Column column, String type) {
        return column.provisions().stream()
                .filter(provision -> provision.type().equals(type))
                .toList();
    }

    private static Cell cell(List<ProvisionView> provisions) {
        return provisions.stream()
                .findFirst()
                .map(provision -> new Cell(
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

    private static Link link(PlatformName platform) {
        return new Link(Hrefs.platform(platform.slug()), platform.name());
    }
}
