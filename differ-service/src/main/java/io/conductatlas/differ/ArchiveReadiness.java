package io.conductatlas.differ;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.ArchiveException;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the object store is. */
@Readiness
@ApplicationScoped
class ArchiveReadiness implements AsyncHealthCheck {

    private final Archive archive;

    ArchiveReadiness(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(() -> {
                    archive.ping();
                    return HealthCheckResponse.up("object store");
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(ArchiveException.class)
                .recoverWithItem(HealthCheckResponse.down("object store"));
    }
}
