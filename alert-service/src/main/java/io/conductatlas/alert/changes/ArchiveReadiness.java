package io.conductatlas.alert.changes;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.ArchiveException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the object store no mail can say what changed. */
@Readiness
@ApplicationScoped
class ArchiveReadiness implements HealthCheck {

    private static final String NAME = "object store";

    private final Archive archive;

    ArchiveReadiness(Archive archive) {
        this.archive = archive;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            archive.ping();
            return HealthCheckResponse.up(NAME);
        } catch (ArchiveException e) {
            return HealthCheckResponse.down(NAME);
        }
    }
}
