package io.conductatlas.fetcher.fetch;

import io.conductatlas.fetcher.FetchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who we say we are: always the truth, with a way to reach us. */
@ApplicationScoped
class UserAgent {

    private final String text;

    UserAgent(FetchConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.text = "ConductAtlas/%s (+%s; mailto:%s)"
                .formatted(version.replace("-SNAPSHOT", ""), config.contactPage(), config.contactMail());
    }

    String text() {
        return text;
    }
}
