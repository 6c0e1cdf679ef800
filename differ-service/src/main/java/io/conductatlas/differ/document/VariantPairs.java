package io.conductatlas.differ.document;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Which texts alternate. */
@ApplicationScoped
class VariantPairs implements PanacheRepositoryBase<VariantPair, VariantPair.Key> {}
