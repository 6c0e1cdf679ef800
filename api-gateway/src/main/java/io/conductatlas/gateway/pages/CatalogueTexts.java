package io.conductatlas.gateway.pages;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Engagement;
import io.conductatlas.clauses.catalogue.Group;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Regulation;
import io.conductatlas.gateway.pages.parts.Citation;
import io.conductatlas.gateway.pages.parts.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What the catalogue says of its types, for pages. */
@ApplicationScoped
class CatalogueTexts {
    private final Catalogue catalogue = Catalogue.bundled();

    String version() {
        return catalogue.version();
    }

    List<Group> groups() {
        return catalogue.groups();
    }

    Optional<ProvisionType> type(String slug) {
        return catalogue.knows(slug) ? Optional.of(catalogue.type(slug)) : Optional.empty();
    }

    String groupName(ProvisionType type) {
        return catalogue.groups().stream()
                .filter(group -> group.slug().equals(type.group()))
                .map(Group::name)
                .findFirst()
                .orElse("");
    }

    /** The regulations that a type engages. */
    List<Citation> citations(ProvisionType type) {
        return type.regulations().stream().map(this::citation).toList();
    }

    /** Who enforces the regulations that a type engages. */
    List<String> authorities(ProvisionType type) {
        return type.regulations().stream()
                .map(engagement -> catalogue.regulation(engagement.regulation()))
                .distinct()
                .map(regulation -> "%s: %s".formatted(regulation.name(), regulation.authority()))
                .distinct()
                .toList();
    }

    private Citation citation(Engagement engagement) {
        Regulation regulation = catalogue.regulation(engagement.regulation());
        return new Citation(
                regulation.name(),
                engagement.article(),
                regulation.articles().get(engagement.article()),
                engagement.why(),
                engagement.when().isEmpty() ? null : engagement.when(),
                regulation.jurisdiction());
    }

    /** All types as choices of a form, group by group. */
    List<Option> options(String chosen) {
        return catalogue.types().stream()
                .map(type -> new Option(type.slug(), type.name(), type.slug().equals(chosen)))
                .toList();
    }
}
