package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Fallback;
import io.conductatlas.clauses.catalogue.Rule;
import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.clauses.phrases.Words;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads clauses in which the catalogue's rules find nothing by weaker signs: looser phrases, and the heading over the clause.
 *
 * <p>Its phrases have a book of their own, so that they cost nothing where the rules find something.
 */
final class FallbackRules {
    /** What a finding by a heading alone names as its rule; its phrase is the heading. */
    static final String BY_HEADING = "heading";

    private static final double HEADING_CONFIDENCE = 0.5;
    private static final int SHORTEST = 6;
    private static final int NEAR = 3;

    /** A sentence that binds, lets, promises or asks; a description of what something is has none of these. */
    private static final List<String> BINDS = List.of(
            "(may|must|shall|will|cannot|should|agree|agrees|agreed|required|requires|entitled|right|rights|obliged|obligated|responsible"
                    + "|responsibility|prohibited|allowed|allow|allows|permitted|please|contact|ensure|acknowledge|need|needs|can|never"
                    + "|reserve|reserves)",
            "(we|you|they) ..3 (use|share|collect|disclose|send|keep|store|process|receive|provide|give|charge|pay|own|grant|ask|offer"
                    + "|protect|delete|notify|bear|answer|lend|lock|write)",
            "^(write|send|submit|ask|tell|give|keep|do|use|request|file|click|go|follow|include|make|check)");

    private record CompiledFallback(int type, boolean last, int[] headings, List<LooseRule> rules) {}

    private record LooseRule(Rule rule, int[] any, int[][] with, int[] without, int[] heading) {
        boolean holds(BitSet sentence) {
            for (int[] list : with) {
                if (!CompiledCatalogue.anyOf(list, sentence)) {
                    return false;
                }
            }
            return (any.length == 0 || CompiledCatalogue.anyOf(any, sentence))
                    && !CompiledCatalogue.anyOf(without, sentence);
        }
    }

    /**
     * A type a sentence is taken for.
     *
     * @param type its place in the catalogue
     */
    record Finding(int type, Evidence why, double confidence) {}

    private final PhraseBook book;
    private final List<CompiledFallback> fallbacks = new ArrayList<>();
    private final int[] binds;

    FallbackRules(Catalogue catalogue) {
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        Map<String, Integer> places = catalogue.order();
        for (Fallback fallback : catalogue.fallbacks()) {
            List<LooseRule> rules = new ArrayList<>();
            for (Rule rule : fallback.rules()) {
                rules.add(new LooseRule(
                        rule,
                        numbers(rule.any(), builder),
                        rule.with().stream().map(list -> numbers(list, builder)).toArray(int[][]::new),
                        numbers(rule.without(), builder),
                        numbers(rule.heading(), builder)));
            }
            fallbacks.add(new CompiledFallback(
                    java.util.Objects.requireNonNull(places.get(fallback.type()), fallback.type()),
                    fallback.last(),
                    numbers(fallback.headings(), builder),
                    rules));
        }
        this.binds = numbers(BINDS, builder);
        this.book = builder.build();
    }

    private static int[] numbers(List<String> phrases, PhraseBook.Builder builder) {
        return phrases.stream().mapToInt(builder::add).toArray();
    }

    /** A heading as this book reads it. */
    private record Heading(String text, BitSet found) {}

    /**
     * What weaker signs say of the sentences of one clause in which the rules found nothing, by the number of the sentence; of one that
     * says nothing by these signs there is no entry. Words go before headings, and both before what tells of the broadest types.
     *
     * @param title what the clause begins with where that is a title of its own ("Refunds. …"); else empty
     */
    Map<Integer, Finding> findings(AgreementText agreement, List<ReadSentence> clause, String title) {
        List<Heading> headings = headings(agreement, clause.get(0).section(), title);
        List<Read> sentences =
                clause.stream().map(sentence -> read(agreement, sentence)).toList();
        Map<Integer, Finding> found = byWords(agreement.text(), sentences, headings, false);
        if (found.isEmpty()) {
            found = byHeading(agreement.text(), sentences, headings);
        }
        return found.isEmpty() ? byWords(agreement.text(), sentences, headings, true) : found;
    }

    /** A sentence behind its introduction, as this book reads it; {@code own} is where its own words begin. */
    private record Read(ReadSentence sentence, Words words, int own, BitSet found) {}

    private Read read(AgreementText agreement, ReadSentence sentence) {
        String text = agreement.text();
        Words words = book.read(text, sentence.start(), sentence.end());
        int own = 0;
        if (sentence.leadIn() >= 0) {
            Sentence leadIn = agreement.sentences().get(sentence.leadIn());
            Words before = book.read(text, leadIn.start(), leadIn.end());
            words = before.followedBy(words);
            own = before.size();
        }
        return new Read(sentence, words, own, book.search(words));
    }

    /** The title of a clause, then the headings over it, the nearest first; the document's own title is the last of several. */
    private List<Heading> headings(AgreementText agreement, int section, String title) {
        List<String> texts = new ArrayList<>();
        if (!agreement.sections().isEmpty()) {
            texts.addAll(List.of(agreement.sections().get(section).path().split(" › ")));
        }
        texts.add(title);
        Collections.reverse(texts);
        return texts.stream()
                .map(text -> new Heading(text, book.search(book.read(text, 0, text.length()))))
                .toList();
    }

    private Map<Integer, Finding> byWords(String text, List<Read> sentences, List<Heading> headings, boolean last) {
        Map<Integer, Finding> found = new TreeMap<>();
        for (Read read : sentences) {
            fallbacks.stream()
                    .filter(fallback -> fallback.last() == last)
                    .flatMap(fallback -> fallback.rules().stream()
                            .map(rule -> finding(text, fallback.type(), rule, read, headings))
                            .flatMap(Optional::stream))
                    .findFirst()
                    .ifPresent(finding -> found.put(read.sentence().index(), finding));
        }
        return found;
    }

    private Optional<Finding> finding(String text, int type, LooseRule rule, Read read, List<Heading> headings) {
        if (!rule.holds(read.found())) {
            return Optional.empty();
        }
        Heading over = headings.stream()
                .filter(heading -> CompiledCatalogue.anyOf(rule.heading(), heading.found()))
                .findFirst()
                .orElse(null);
        if (over == null && rule.heading().length > 0) {
            return Optional.empty();
        }
        Evidence why = over != null && rule.any().length == 0
                ? evidence(text, rule.rule().name(), over, read)
                : evidence(text, rule, read);
        return Optional.ofNullable(why)
                .map(evidence -> new Finding(type, evidence, rule.rule().confidence()));
    }

    private static Evidence evidence(String text, String rule, Heading heading, Read read) {
        ReadSentence sentence = read.sentence();
        return new Evidence(rule, heading.text(), Quote.of(text, sentence.start(), sentence.end()));
    }

    /** The words that set a rule off; null where they stand in the introduction only, or are denied. */
    private @Nullable Evidence evidence(String text, LooseRule rule, Read read) {
        Words words = read.words();
        for (int phrase : rule.any()) {
            for (PhraseBook.Match match : book.matches(phrase, words)) {
                if (match.to() > read.own() && !(rule.rule().negatable() && book.negated(phrase, match, words))) {
                    int from = Math.max(match.from(), read.own());
                    return new Evidence(
                            rule.rule().name(),
                            book.text(phrase),
                            Quote.of(text, words.start(from), words.end(match.to() - 1)));
                }
            }
        }
        return null;
    }

    /**
     * By the nearest heading that names a type, if it names one only. Headings far above a clause, and the title of a document that has
     * others, are no sign of what a clause does.
     */
    private Map<Integer, Finding> byHeading(String text, List<Read> sentences, List<Heading> headings) {
        Map<Integer, Finding> found = new TreeMap<>();
        List<Heading> near =
                headings.subList(0, Math.min(NEAR, headings.size() > 2 ? headings.size() - 1 : headings.size()));
        for (Heading heading : near) {
            List<CompiledFallback> named = fallbacks.stream()
                    .filter(fallback -> CompiledCatalogue.anyOf(fallback.headings(), heading.found()))
                    .toList();
            if (named.size() == 1) {
                for (Read read : sentences) {
                    if (read.words().size() - read.own() >= SHORTEST && CompiledCatalogue.anyOf(binds, read.found())) {
                        Evidence why = evidence(text, BY_HEADING, heading, read);
                        found.put(
                                read.sentence().index(),
                                new Finding(named.get(0).type(), why, HEADING_CONFIDENCE));
                    }
                }
            }
            if (!named.isEmpty()) {
                break;
            }
        }
        return found;
    }
}
