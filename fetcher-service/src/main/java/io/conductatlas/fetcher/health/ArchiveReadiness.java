package io.conductatlas.fetcher.health;

import io.conductatlas.archive.Archive;
import io.conductatlas.delivery.Worker;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while captures can be archived. */
@Readiness
class ArchiveReadiness implements AsyncHealthCheck {

    private static final String NAME = "object store";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Archive archive;
    private final Worker worker;

    ArchiveReadiness(Archive archive, Worker worker) {
        this.archive = archive;
        this.worker = worker;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return worker.run(() -> {
                    archive.ping();
                    return HealthCheckResponse.up(NAME);
                })
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }
}
