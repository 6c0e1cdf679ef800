package io.conductatlas.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.ProvisionType;
import org.junit.jupiter.api.Test;

class QuickFactTest {

    @Test
    void asksOnlyForTypesOfTheCatalogue() {
        assertThat(Catalogue.bundled().types().stream().map(ProvisionType::slug))
                .containsAll(QuickFact.types());
    }
}
