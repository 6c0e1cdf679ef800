package io.conductatlas.local.backfill;

import io.conductatlas.local.stack.LocalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An archive on disk: {@code <platform>/<document>/<YYYYMMDDTHHMMSS>.md} or {@code .html}, times in UTC. */
final class ArchiveFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6})Z?\\.(md|html)");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private ArchiveFolder() {}

    /** One document with its dated files, oldest first. */
    record History(String platform, String document, List<Dated> files) {}

    /** One file and when it was observed. */
    record Dated(Path file, Instant observedAt) {
        String contentType() {
            return file.toString().endsWith(".md") ? "text/markdown; charset=utf-8" : "text/html; charset=utf-8";
        }
    }

    /** Every document of the archive that has at least one dated file; other files are left alone. */
    static List<History> read(Path archive) {
        if (!Files.isDirectory(archive)) {
            throw new LocalException(archive + " is not a folder");
        }
        List<History> histories = new ArrayList<>();
        for (Path platform : folders(archive)) {
            for (Path document : folders(platform)) {
                List<Dated> files = files(document);
                if (!files.isEmpty()) {
                    histories.add(new History(slug(platform), slug(document), files));
                }
            }
        }
        if (histories.isEmpty()) {
            throw new LocalException(archive + " holds no <platform>/<document>/<YYYYMMDDTHHMMSS>.md or .html file");
        }
        return histories;
    }

    private static String slug(Path folder) {
        String name = folder.getFileName().toString();
        if (!SLUG.matcher(name).matches()) {
            throw new LocalException(folder
                    + " cannot be the name of a platform or document: lower-case letters, digits and hyphens only");
        }
        return name;
    }

    private static List<Path> folders(Path parent) {
        return list(parent).stream().filter(Files::isDirectory).toList();
    }

    private static List<Dated> files(Path document) {
        return list(document).stream()
                .flatMap(file -> dated(file).stream())
                .sorted(Comparator.comparing(Dated::observedAt))
                .toList();
    }

    private static Optional<Dated> dated(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Dated(file, LocalDateTime.parse(matcher.group(1), TIME).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            throw new LocalException(file + " is not named after a time", e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new LocalException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
