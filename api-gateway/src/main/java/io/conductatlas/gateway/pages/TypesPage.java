package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.comparison.Adoption;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Hrefs;
import java.util.List;

/** The catalogue's types. */
record TypesPage(Frame frame, String catalogue, List<TypeGroup> groups) {

    /** Types that belong together. */
    record TypeGroup(String name, List<TypeLine> types) {}

    /** A type in the list. */
    record TypeLine(String href, String name, String definition, String adoption) {}

    static TypesPage of(Frame frame, CatalogueTexts catalogue, Adoption adoption) {
        return new TypesPage(
                frame,
                catalogue.version(),
                catalogue.groups().stream()
                        .map(group -> new TypeGroup(
                                group.name(),
                                group.types().stream()
                                        .map(type -> new TypeLine(
                                                Hrefs.type(type.slug()),
                                                type.name(),
                                                type.definition(),
                                                adoption.ratio(type.slug())))
                                        .toList()))
                        .toList());
    }
}
