package io.conductatlas.classifier.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.archive.Archive;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.DiffCounts;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.tables.Cell;
import io.conductatlas.documents.tables.EntryChange;
import io.conductatlas.documents.tables.Row;
import io.conductatlas.events.ChangeDetected;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.VersionRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads versions and hunks from the archive. Blocks. */
@ApplicationScoped
class StoredTexts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Archive archive;

    StoredTexts(Archive archive) {
        this.archive = archive;
    }

    AgreementText read(VersionRef version) {
        JsonNode root = json(version.text());
        String text = required(root, "text", version.text()).asText();
        List<Section> sections = new ArrayList<>();
        for (JsonNode section : root.path("sections")) {
            sections.add(new Section(
                    section.path("heading").asText(),
                    section.path("level").asInt(),
                    section.path("start").asInt(),
                    section.path("end").asInt(),
                    section.path("path").asText(),
                    section.path("anchor").asText()));
        }
        List<Sentence> sentences = new ArrayList<>();
        for (JsonNode sentence : root.path("sentences")) {
            sentences.add(new Sentence(
                    sentence.path("start").asInt(),
                    sentence.path("end").asInt(),
                    sentence.path("section").asInt(),
                    SentenceKind.valueOf(sentence.path("kind").asText())));
        }
        String markdown = new String(archive.get(version.markdown()), StandardCharsets.UTF_8);
        return new AgreementText(markdown, text, sections, sentences);
    }

    /** @param entries none where the change was stored before there were any */
    record StoredChange(Diff diff, List<EntryChange> entries) {}

    /** The change as the differ found it. */
    StoredChange read(ChangeDetected change) {
        JsonNode root = json(change.hunks());
        List<EntryChange> entries = new ArrayList<>();
        for (JsonNode entry : root.path("entries")) {
            entries.add(entry(entry));
        }
        return new StoredChange(diff(change, root), entries);
    }

    private static Diff diff(ChangeDetected change, JsonNode root) {
        List<Hunk> hunks = new ArrayList<>();
        for (JsonNode hunk : required(root, "hunks", change.hunks())) {
            hunks.add(hunk(hunk));
        }
        return new Diff(
                hunks,
                new DiffCounts(
                        change.counts().inserted(),
                        change.counts().deleted(),
                        change.counts().edited(),
                        change.counts().moved(),
                        change.counts().wordsAdded(),
                        change.counts().wordsRemoved()),
                ChangeClass.valueOf(change.changeClass().name()),
                change.significance(),
                change.changeClass() == io.conductatlas.events.ChangeClass.SUBSTANTIVE);
    }

    private static EntryChange entry(JsonNode entry) {
        List<String> header = new ArrayList<>();
        entry.path("header").forEach(column -> header.add(column.asText()));
        List<EntryChange.Turn> turns = new ArrayList<>();
        for (JsonNode turn : entry.path("turns")) {
            turns.add(new EntryChange.Turn(
                    turn.path("column").asInt(), turn.path("toYes").asBoolean()));
        }
        return new EntryChange(
                EntryChange.Kind.valueOf(entry.path("kind").asText()),
                entry.path("heading").asText(),
                header,
                row(entry.path("before")),
                row(entry.path("after")),
                turns);
    }

    private static @Nullable Row row(JsonNode row) {
        List<Cell> cells = new ArrayList<>();
        for (JsonNode cell : row.path("cells")) {
            cells.add(new Cell(
                    cell.path("text").asText(),
                    cell.path("start").asInt(),
                    cell.path("end").asInt()));
        }
        return cells.isEmpty()
                ? null
                : new Row(cells, row.path("start").asInt(), row.path("end").asInt());
    }

    private static Hunk hunk(JsonNode hunk) {
        List<WordSpan> words = new ArrayList<>();
        for (JsonNode span : hunk.path("words")) {
            words.add(new WordSpan(
                    WordSpan.Op.valueOf(span.path("op").asText()),
                    span.path("text").asText()));
        }
        return new Hunk(
                HunkKind.valueOf(hunk.path("kind").asText()),
                ChangeClass.valueOf(hunk.path("changeClass").asText()),
                hunk.path("beforeStart").asInt(),
                hunk.path("beforeEnd").asInt(),
                hunk.path("afterStart").asInt(),
                hunk.path("afterEnd").asInt(),
                hunk.path("before").asText(),
                hunk.path("after").asText(),
                hunk.path("beforeSection").asText(),
                hunk.path("afterSection").asText(),
                words);
    }

    private JsonNode json(ObjectRef ref) {
        try {
            return JSON.readTree(archive.get(ref));
        } catch (IOException e) {
            throw new IllegalArgumentException(ref.key() + " is not JSON", e);
        }
    }

    private static JsonNode required(JsonNode root, String name, ObjectRef ref) {
        JsonNode value = root.get(name);
        if (value == null) {
            throw new IllegalArgumentException(ref.key() + " has no \"" + name + "\"");
        }
        return value;
    }
}
