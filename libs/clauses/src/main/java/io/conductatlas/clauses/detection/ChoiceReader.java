package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.phrases.PhraseBook;
import java.util.ArrayList;
import java.util.List;

/** Reads opt-outs, other steps and deadlines from the sentences of a provision and those next to it. */
final class ChoiceReader {
    static final List<String> STEPS = List.of(
            "(opt|opting|opted) out",
            "unsubscribe",
            "(withdraw|withdrawing|revoke) .. consent",
            "(right|may|can) .. object",
            "you (can|may) .. (choose|decline|disable|turn off|refuse|delete|request|cancel|change|control|manage|limit|deactivate|close)",
            "(turn off|disable|adjust|change|manage) .. (settings|setting|preferences|cookies)",
            "(privacy|account|cookie|browser|device) (settings|preferences|controls)",
            "(contact|email|write|writing|notify) .. (us|at) .. (at|opt|request|by)",
            "do not sell [or share] my",
            "global privacy control");
    static final List<String> DEADLINES = List.of(
            "within .. (#|ten|fourteen|thirty|sixty|ninety) .. (day|days|months|month|hours|year|years)",
            "(#|ten|fourteen|thirty|sixty|ninety) .. (day|days|months|hours) .. (before|prior|after|from|of|notice|advance)",
            "(no later than|at least) .. # .. (day|days|months|hours)");

    private static final int REACH = 2;
    private static final int MOST = 4;

    private final CompiledCatalogue catalogue;

    ChoiceReader(CompiledCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Choice read(String document, List<ReadSentence> all, List<ReadSentence> own) {
        List<Quote> steps = new ArrayList<>();
        List<Quote> deadlines = new ArrayList<>();
        for (ReadSentence sentence : near(all, own)) {
            if (steps.size() < MOST && occursUnnegated(sentence)) {
                Quote quote = Quote.of(document, sentence.start(), sentence.end());
                steps.add(quote);
            }
            if (deadlines.size() < MOST && CompiledCatalogue.anyOf(catalogue.deadlines, sentence.found())) {
                deadlines.add(Quote.of(document, sentence.start(), sentence.end()));
            }
        }
        return new Choice(steps, deadlines);
    }

    private boolean occursUnnegated(ReadSentence sentence) {
        for (int phrase : catalogue.steps) {
            if (sentence.found().get(phrase)) {
                for (PhraseBook.Match match : catalogue.book.matches(phrase, sentence.words())) {
                    if (match.to() > sentence.own() && !catalogue.book.negated(phrase, match, sentence.words())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The provision's sentences and those at most two away in the same section. */
    private static List<ReadSentence> near(List<ReadSentence> all, List<ReadSentence> own) {
        List<ReadSentence> near = new ArrayList<>();
        for (ReadSentence sentence : all) {
            for (ReadSentence mine : own) {
                if (sentence.section() == mine.section() && Math.abs(sentence.index() - mine.index()) <= REACH) {
                    near.add(sentence);
                    break;
                }
            }
        }
        return near;
    }
}
