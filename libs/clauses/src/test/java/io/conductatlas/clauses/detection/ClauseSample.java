package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Rule;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Draws clauses and quotes from real documents, to be judged by a reader: {@code (clauses|unclassified|quotes|weak) HALF SEED MOST
 * DIRECTORY...} prints at most MOST of the clauses, of those in no provision, of the quotes with their types, or of those quotes that only
 * the catalogue's fallbacks speak for, in an order that the seed sets. A type is marked {@code !} where it is denied, {@code ~} where
 * only fallbacks speak for it. Quotes that only introduce a list are left out: they bear the types of its items.
 *
 * <p>A clause is a paragraph, or a list with what introduces it, of nine words or more; each text counts once, whichever
 * version it stands in; documents that are not English are left out. HALF is {@code A}, {@code B} or {@code all}: all versions
 * of a document fall into one half, by the checksum of the path above them, so that rules written with an eye on A can be
 * measured on B.
 */
final class ClauseSample {
    private static final int SHORTEST = 9;
    private static final Set<String> ENGLISH =
            Set.of("the", "and", "of", "to", "or", "you", "your", "we", "our", "in", "that", "with", "this");
    private static final double ENGLISH_FROM = 0.15;

    private record Clause(String document, String section, String text, Set<String> types) {}

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final ProvisionDetector detector = new ProvisionDetector(Catalogue.bundled());
    private final Set<String> weakRules = detector.catalogue().fallbacks().stream()
            .flatMap(fallback -> fallback.rules().stream())
            .map(Rule::name)
            .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(FallbackRules.BY_HEADING))));
    private final Set<String> seen = new HashSet<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Clause> quotes = new ArrayList<>();
    private final List<Clause> weak = new ArrayList<>();
    private int documents;
    private int misplaced;

    public static void main(String[] args) throws IOException {
        ClauseSample sample = new ClauseSample();
        for (String directory : List.of(args).subList(4, args.length)) {
            try (Stream<Path> files = Files.walk(Path.of(directory))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    String document = file.getParent().getParent().getFileName() + "/"
                            + file.getParent().getFileName();
                    if (args[1].equals("all") || args[1].equals(half(document))) {
                        sample.read(document, new MarkdownReader().read(Files.readString(file)));
                    }
                }
            }
        }
        sample.print(args[0], Long.parseLong(args[2]), Integer.parseInt(args[3]));
    }

    private static String half(String document) {
        CRC32 sum = new CRC32();
        sum.update(document.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 2 == 0 ? "A" : "B";
    }

    private static String[] words(String text) {
        return text.strip().split("[^\\p{L}\\p{N}']+");
    }

    private static boolean isEnglish(String text) {
        String[] words = words(text);
        return Arrays.stream(words).filter(ENGLISH::contains).count() >= ENGLISH_FROM * words.length;
    }

    private void read(String document, AgreementText agreement) {
        if (!isEnglish(agreement.text())) {
            return;
        }
        documents++;
        TreeMap<Integer, Set<String>> typesByStart = new TreeMap<>();
        for (DetectedProvision provision : detector.detect(agreement)) {
            boolean weak = provision.evidence().stream().map(Evidence::rule).allMatch(weakRules::contains);
            String name = (provision.polarity() == Polarity.DENIED ? "!" : "") + (weak ? "~" : "") + provision.type();
            for (Quote quote : provision.quotes()) {
                misplaced += quote.isIn(agreement.text()) ? 0 : 1;
                typesByStart
                        .computeIfAbsent(quote.start(), start -> new TreeSet<>())
                        .add(name);
            }
        }
        for (Sentence sentence : agreement.sentences()) {
            Set<String> types = typesByStart.get(sentence.start());
            boolean introduces = agreement.text().charAt(sentence.end() - 1) == ':';
            if (types != null && !introduces && seen.add("quote " + sentence.in(agreement.text()))) {
                Clause quote = new Clause(document, path(agreement, sentence), sentence.in(agreement.text()), types);
                quotes.add(quote);
                if (types.stream().allMatch(type -> type.startsWith("~"))) {
                    weak.add(quote);
                }
            }
        }
        int from = -1;
        List<Sentence> sentences = agreement.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (sentence.kind() == SentenceKind.HEADING || sentence.kind() == SentenceKind.LINK_LIST) {
                add(document, agreement, from, i, typesByStart);
                from = -1;
            } else if (from < 0) {
                from = i;
            } else if (beginsAClause(agreement.text(), sentences.get(i - 1), sentence)) {
                add(document, agreement, from, i, typesByStart);
                from = i;
            }
        }
        add(document, agreement, from, sentences.size(), typesByStart);
    }

    private static String path(AgreementText agreement, Sentence sentence) {
        return agreement.sections().isEmpty()
                ? ""
                : agreement.sections().get(sentence.section()).path();
    }

    /** A line is a clause of its own unless it is an item after its introduction or after another item. */
    private static boolean beginsAClause(String text, Sentence before, Sentence next) {
        if (text.substring(before.end(), next.start()).indexOf('\n') < 0) {
            return false;
        }
        boolean introduced = text.charAt(before.end() - 1) == ':' || before.kind() == SentenceKind.LIST_ITEM;
        return next.kind() != SentenceKind.LIST_ITEM || !introduced;
    }

    private void add(
            String document, AgreementText agreement, int from, int to, TreeMap<Integer, Set<String>> typesByStart) {
        if (from < 0 || from == to) {
            return;
        }
        List<Sentence> own = agreement.sentences().subList(from, to);
        int start = own.get(0).start();
        int end = own.get(own.size() - 1).end();
        String text = agreement.text().substring(start, end);
        if (words(text).length < SHORTEST || !seen.add(text)) {
            return;
        }
        Set<String> types = new TreeSet<>();
        typesByStart.subMap(start, end).values().forEach(types::addAll);
        clauses.add(new Clause(document, path(agreement, own.get(0)), text, types));
    }

    private void print(String what, long seed, int most) {
        List<Clause> drawn = new ArrayList<>(
                switch (what) {
                    case "quotes" -> quotes;
                    case "weak" -> weak;
                    default -> clauses;
                });
        if (what.equals("unclassified")) {
            drawn.removeIf(clause -> !clause.types().isEmpty());
        }
        Collections.shuffle(drawn, new Random(seed));
        int number = 0;
        for (Clause clause : drawn.subList(0, Math.min(most, drawn.size()))) {
            out.printf(
                    "%d. [%s | %s] {%s}%n%s%n%n",
                    ++number,
                    clause.document(),
                    clause.section(),
                    clause.types().stream().collect(Collectors.joining(" ")),
                    clause.text());
        }
        long without =
                clauses.stream().filter(clause -> clause.types().isEmpty()).count();
        out.printf(
                "documents %d, clauses %d, in no provision %d (%.1f %%), quotes %d, misplaced %d%n",
                documents, clauses.size(), without, 100.0 * without / clauses.size(), quotes.size(), misplaced);
    }
}
