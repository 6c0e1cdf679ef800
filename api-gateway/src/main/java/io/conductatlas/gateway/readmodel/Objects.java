package io.conductatlas.gateway.readmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.conductatlas.events.Direction;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.ProvisionEffect;
import io.conductatlas.events.Severity;
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

    ChangeRecord changeRecord(
            ChangeView change,
            byte[] hunks,
            Optional<byte[]> assessment,
            List<RelocationView> relocations,
            List<ChangeView> earlier,
            List<ReviewView> reviews) {
        List<HunkView> places = new ArrayList<>();
        JsonNode words = read(hunks);
        for (JsonNode hunk : words.path("hunks")) {
            places.add(hunk(hunk));
        }
        AssessmentView brief = change.assessment();
        JsonNode judged =
                assessment.map(Objects::read).map(root -> root.path("change")).orElse(MissingNode.getInstance());
        List<ProvisionChange> touched = new ArrayList<>();
        for (JsonNode provision : judged.path("provisionChanges")) {
            touched.add(new ProvisionChange(
                    provision.path("id").asText(),
                    provision.path("type").asText(),
                    provision.path("title").asText(),
                    ProvisionEffect.valueOf(provision.path("effect").asText()),
                    Severity.valueOf(provision.path("severity").asText()),
                    Direction.valueOf(provision.path("direction").asText())));
        }
        List<TextBlock> blocks = new ArrayList<>();
        for (JsonNode block : judged.path("blocks")) {
            List<String> statements = new ArrayList<>();
            block.path("statements")
                    .forEach(statement -> statements.add(statement.path("text").asText()));
            blocks.add(new TextBlock(
                    block.path("kind").asText(),
                    block.path("title").asText(),
                    block.path("text").asText(),
                    statements));
        }
        return new ChangeRecord(
                change,
                places,
                EntryView.of(words),
                touched.isEmpty() && brief != null ? brief.provisionChanges() : touched,
                brief == null ? List.of() : brief.regulations(),
                blocks,
                relocations,
                earlier,
                reviews);
    }

    private static HunkView hunk(JsonNode hunk) {
        String kind = hunk.path("kind").asText();
        boolean noBefore = kind.equals("INSERTED");
        boolean noAfter = kind.equals("DELETED");
        List<SpanView> spans = new ArrayList<>();
        for (JsonNode word : hunk.path("words")) {
            spans.add(new SpanView(
                    switch (word.path("op").asText()) {
                        case "INSERT" -> SpanView.Kind.INSERTED;
                        case "DELETE" -> SpanView.Kind.DELETED;
                        default -> SpanView.Kind.EQUAL;
                    },
                    word.path("text").asText()));
        }
        return new HunkView(
                kind,
                noBefore ? null : hunk.path("beforeSection").asText(),
                noAfter ? null : hunk.path("afterSection").asText(),
                noBefore ? null : hunk.path("before").asText(),
                noAfter ? null : hunk.path("after").asText(),
                hunk.path("afterStart").asInt(),
                hunk.path("afterEnd").asInt(),
                spans);
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an object of the archive is not JSON", e);
        }
    }
}
