package io.conductatlas.fetcher.intake;

import io.conductatlas.events.SourceDeclared;
import io.conductatlas.fetcher.problem.ProblemException;
import io.conductatlas.fetcher.source.SourceRevisions;
import io.conductatlas.fetcher.source.Target;
import io.conductatlas.fetcher.source.Targets;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the documents that archives speak of. */
@ApplicationScoped
class KnownSources {

    private final Targets targets;
    private final SourceRevisions revisions;

    KnownSources(Targets targets, SourceRevisions revisions) {
        this.targets = targets;
        this.revisions = revisions;
    }

    /** The source of a document; fails with a 404 problem where none is known, or only a retired one. */
    @WithSession
    Uni<SourceDeclared> named(String platform, String document) {
        return targets.named(platform, document)
                .chain(found -> {
                    Target target = found.filter(known -> !known.isRetired())
                            .orElseThrow(() -> new ProblemException(
                                    "unknown-document",
                                    "No such document",
                                    404,
                                    "No document %s/%s is under watch.".formatted(platform, document)));
                    return revisions.find(target.documentId(), target.revision());
                })
                .map(source -> source.orElseThrow());
    }
}
