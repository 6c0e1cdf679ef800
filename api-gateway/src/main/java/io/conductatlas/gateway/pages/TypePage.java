package io.conductatlas.gateway.pages;

import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.gateway.comparison.Adoption;
import io.conductatlas.gateway.pages.parts.Citation;
import io.conductatlas.gateway.pages.parts.Counter;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.ProvisionLine;
import io.conductatlas.gateway.readmodel.ProvisionView;
import io.conductatlas.gateway.readmodel.TypeAdoption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of provision: what it is, and where it is found. */
record TypePage(
        Frame frame,
        String name,
        String group,
        String definition,
        String why,
        List<Counter> counters,
        List<ProvisionLine> provisions,
        List<ProvisionLine> denials,
        @Nullable String more,
        @Nullable String compareHref,
        List<Citation> regulations,
        List<String> counts,
        List<String> countsNot) {
    private static final int SHOWN = 20;

    static TypePage of(
            Frame frame,
            ProvisionType type,
            CatalogueTexts catalogue,
            Adoption adoption,
            List<ProvisionView> provisions) {
        TypeAdoption found = adoption.of(type.slug());
        return new TypePage(
                frame,
                type.name(),
                catalogue.groupName(type),
                type.definition(),
                type.texts().why(),
                List.of(
                        Counter.of("Platforms that state it", adoption.ratio(type.slug()))
                                .withNote((adoption.sentence(type.slug()) + ". " + adoption.denials(type.slug()))
                                        .strip()),
                        Counter.of("Provisions", found.provisions())
                                .withNote("%d high · %d medium · %d low"
                                        .formatted(found.high(), found.medium(), found.low()))),
                PlatformPage.heaviest(
                        provisions.stream()
                                .filter(provision -> !provision.denied())
                                .toList(),
                        SHOWN),
                PlatformPage.heaviest(
                        provisions.stream().filter(ProvisionView::denied).toList(), SHOWN),
                provisions.size() > SHOWN ? "/provisions?type=" + type.slug() : null,
                found.platforms() > 1 ? "/compare?type=" + type.slug() : null,
                catalogue.citations(type),
                type.counts(),
                type.countsNot());
    }
}
