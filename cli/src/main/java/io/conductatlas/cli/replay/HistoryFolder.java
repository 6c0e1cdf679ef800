package io.conductatlas.cli.replay;

import io.conductatlas.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Folders of dated texts, one file a version, named by their time: {@code 20250418T180419.md}. */
final class HistoryFolder {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private HistoryFolder() {}

    /**
     * A text of an archive.
     *
     * @param technical whether the archive says that its extractor changed, not the page
     */
    record Dated(Path file, Instant at, boolean technical) {}

    /** The folders with texts at or under a path, in order of name. */
    static List<Path> documents(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new UsageException("there is no folder " + root);
        }
        try (Stream<Path> paths = Files.walk(root, 6)) {
            List<Path> folders = paths.filter(HistoryFolder::isText)
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
            if (folders.isEmpty()) {
                throw new UsageException("no files named like 20250418T180419.md are in " + root);
            }
            return folders;
        }
    }

    /** The texts of one folder, the oldest first. */
    static List<Dated> texts(Path folder) throws IOException {
        Set<String> technical = technical(folder.resolve("meta.tsv"));
        List<Dated> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(HistoryFolder::isText).toList()) {
                String name = file.getFileName().toString();
                texts.add(new Dated(file, time(name), technical.contains(name)));
            }
        }
        texts.sort(Comparator.comparing(Dated::at));
        return texts;
    }

    private static boolean isText(Path file) {
        return file.getFileName().toString().matches("\\d{8}T\\d{6}Z?\\.md");
    }

    private static Instant time(String name) {
        try {
            return LocalDateTime.parse(name.substring(0, 15), NAME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new UsageException(name + " is not named by a time");
        }
    }

    /** The files that {@code meta.tsv}, if there is one, calls technical in its column {@code kind}. */
    private static Set<String> technical(Path table) throws IOException {
        Set<String> names = new HashSet<>();
        if (!Files.isRegularFile(table)) {
            return names;
        }
        List<String> lines = Files.readAllLines(table);
        List<String> head = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
        int file = head.indexOf("file");
        int kind = head.indexOf("kind");
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (file >= 0 && kind >= 0 && cells.length > Math.max(file, kind) && cells[kind].equals("technical")) {
                names.add(cells[file]);
            }
        }
        return names;
    }
}
