package io.conductatlas.fetcher.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.conductatlas.events.SourceDeclared;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Every state of every source. */
@ApplicationScoped
public class SourceRevisions implements PanacheRepositoryBase<SourceRevision, SourceRevision.Key> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The state of a document's source that has this number. */
    public Uni<Optional<SourceDeclared>> find(UUID documentId, int revision) {
        return findById(new SourceRevision.Key(documentId, revision))
                .map(found -> Optional.ofNullable(found)
                        .map(SourceRevision::declaration)
                        .map(SourceRevisions::read));
    }

    Uni<Void> add(SourceDeclared source, Instant at) {
        return persist(new SourceRevision(source.document().id(), source.revision(), write(source), at))
                .replaceWithVoid();
    }

    private static String write(SourceDeclared source) {
        try {
            return JSON.writeValueAsString(source);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a source cannot be written as JSON", e);
        }
    }

    private static SourceDeclared read(String declaration) {
        try {
            return JSON.readValue(declaration, SourceDeclared.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a declared source cannot be read", e);
        }
    }
}
