package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.phrases.PhraseBook;
import java.util.ArrayList;
import java.util.List;

/** Reads opt-outs, other steps and deadlines from the sentences of a provision and those next to it. */
final class ChoiceReader {
    static final List<String> STEPS = List.of(
            "(opt|opting|opted|opts) out",
            "unsubscribe*",
            "(withdraw|withdrawing|revoke|revoking|refuse|decline) .. (consent|permission)",
            "(right|rights|may|can|entitled) .. object",
            "you (can|may) .. (choose|decline|disable|turn off|refuse|delete|request|cancel|change|control|manage|limit|deactivate|close|reject|stop|prevent|restrict)",
            "(turn off|turning off|disable|adjust|change|manage|use|through|in) .. (settings|setting|preferences)",
            "(block|reject|refuse|delete|disable) .. cookies",
            "(privacy|account|cookie|browser|device) (settings|preferences|controls)",
            "(contact|email|write|writing|notify|notifying|mailing|emailing) .. (us|at|to) .. (at|opt|request|by|decline|reject)",
            "(send|sending|submit|submitting) .. (notice|request|form) .. (to|at|by|opt)",
            "do not sell [or share] my",
            "(your privacy choices|global privacy control)");
    static final List<String> DEADLINES = List.of(
            "within .. (#|one|two|three|seven|ten|fourteen|twenty|thirty|forty|sixty|ninety) .. (day|days|week|weeks|months|month|hours|year|years)",
            "(#|one|two|three|seven|ten|fourteen|thirty|sixty|ninety) .. (day|days|week|weeks|months|month|hours) .. (before|prior|after|from|of|notice|advance)",
            "(no later than|at least|not less than|for up to) .. (#|one|two|three|seven|ten|fourteen|thirty|sixty|ninety) .. (day|days|week|weeks|months|month|hours)",
            "(before|by|until|no later than) ..2 (january|february|march|april|june|july|august|september|october|november|december)");

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
        int first = own.get(0).index() - REACH;
        int last = own.get(own.size() - 1).index() + REACH;
        for (ReadSentence sentence : ReadSentence.between(all, first, last)) {
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
