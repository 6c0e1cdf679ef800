package io.conductatlas.gateway.readmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.RegulationTag;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands the JSON objects of the archive; what it does not know in them it passes over. */
@ApplicationScoped
class Objects {

    private static final ObjectMapper JSON = new ObjectMapper();

    VersionText versionText(String versionId, byte[] bytes) {
        JsonNode root = read(bytes);
        List<SectionView> sections = new ArrayList<>();
        for (JsonNode section : root.path("sections")) {
            sections.add(new SectionView(
                    section.path("heading").asText(),
                    section.path("level").asInt(),
                    section.path("start").asInt(),
                    section.path("end").asInt(),
                    section.path("path").asText(),
                    section.path("anchor").asText()));
        }
        List<SentenceView> sentences = new ArrayList<>();
        for (JsonNode sentence : root.path("sentences")) {
            sentences.add(new SentenceView(
                    sentence.path("start").asInt(),
                    sentence.path("end").asInt(),
                    sentence.path("section").asInt(),
                    sentence.path("kind").asText()));
        }
        return new VersionText(versionId, root.path("text").asText(), sections, sentences);
    }

    ChangeRecord changeRecord(ChangeView change, byte[] hunks, Optional<byte[]> assessment, List<ChangeView> earlier) {
        List<HunkView> shown = new ArrayList<>();
        List<ProvisionChange> provisionChanges =
                change.assessment() == null ? List.of() : change.assessment().provisionChanges();
        List<RegulationTag> regulations =
                change.assessment() == null ? List.of() : change.assessment().regulations();
        return new ChangeRecord(change, shown, provisionChanges, regulations, List.of(), earlier);
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an object of the archive is not JSON", e);
        }
    }
}
