package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.clauses.phrases.Stems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads opt-outs, other steps and deadlines from the sentences of a provision and those next to it. A step is what the text says the
 * reader can do; that settings exist, or what follows once somebody has opted out, is none. A deadline is a time the reader has; how
 * soon the service answers is none.
 */
final class ChoiceReader {
    private static final String ACTS =
            "(opt|unsubscribe|object|decline|disable|turn|refuse|reject|withdraw|revoke|deactivate|cancel|close"
                    + "|delete|erase|block|restrict|limit|stop|prevent|control|manage|adjust|change|correct|request|ask|contact|appeal"
                    + "|download|export|exercise|remove)";
    private static final String MEANS =
            "(visit|visiting|email|emailing|contact|contacting|click|clicking|follow|following|go|going|use|using"
                    + "|send|sending|write|writing|submit|submitting|adjust|adjusting|changing|call|calling|select|selecting|complete|completing"
                    + "|fill|open|turning|updating|unchecking|log|logging|notify|notifying|mail|mailing)";

    static final List<String> STEPS = List.of(
            "you (can|may|could) .. " + ACTS,
            "(you|users|residents|consumers|individuals|people|members|subscribers) .. (have|has|are|may have) .. (right|rights|option|ability|able"
                    + "|entitled|choice) ..2 to .. (opt|unsubscribe|object|refuse|decline|reject|withdraw|restrict|delete|access|correct"
                    + "|request|appeal|limit|cancel|lodge|erasure)",
            "your (right|rights|choice) to .. (opt|object|withdraw|refuse|decline|restrict|delete|access|correct|limit|cancel)",
            "(opt|unsubscribe|object|withdraw|exercise|decline|delete|disable|manage|cancel|reject|stop) ... (please|by|simply) .. "
                    + MEANS,
            "to .. (opt|unsubscribe|object|withdraw|exercise|decline|delete|disable|manage|cancel|reject|stop) ... (visit|click|follow|go"
                    + "|see|adjust|submit|select|complete) .. (our|the|your|this|these|to|on|here|page|instructions)",
            "^[please] (visit|email|contact|click|use|send|write|submit|adjust|change|open|turn|go) ... (opt|unsubscribe|object|withdraw"
                    + "|decline|settings|preferences|choices)",
            "^opt out [of] .. (by|here|of|from|at)",
            "unless you .. (opt|object|decline|tell|notify|cancel|turn|change)",
            "(turn off|disable|reject|block|delete) .. (cookies|personalisation|personalization|tracking|location)",
            "do not sell [or share] my",
            "(your privacy choices|global privacy control)");

    /** What speaks of a step without offering one. */
    static final List<String> NO_STEPS = List.of(
            "even if you (opt|unsubscribe|withdraw|object|delete|disable|close)",
            "(affect|affects|affecting) .. (lawfulness|legality|validity)");

    private static final String TIME =
            "(#|one|two|three|five|seven|ten|fourteen|fifteen|twenty|thirty|forty|sixty|ninety) ..2"
                    + " (day|days|week|weeks|month|months|year|years|hours)";
    private static final String MONTH =
            "(january|february|march|april|may|june|july|august|september|october|november|december) (#|of)";

    static final List<String> DEADLINES = List.of(
            "you (must|may|can|should|shall|need|have|will) .. (opt|decline|object|reject|notify|send|file|submit|contact|cancel|return|dispute"
                    + "|request|appeal|write|withdraw|bring|tell|terminate|raise|commence|give|report) ... within .. "
                    + TIME,
            "your [written] (letter|notice|request|email|message|objection|form) (must|has|needs|should|shall) ... within .. "
                    + TIME,
            "(opt out|opting out|decline|reject|object) ... within .. " + TIME,
            "(claim|claims|action|lawsuit|proceeding|appeal|objection) ..6 (must|shall) ... within .. " + TIME,
            "within .. " + TIME + " ... (you (must|may|can|should)|barred|waived)",
            "you .. (have|get) .. " + TIME + " ..2 (to|from|after|in)",
            "(notice|notify|notified|inform|advise|tell|email) ... " + TIME + " ..2 (before|prior|in advance|ahead)",
            TIME + " .. (notice|before .. (take|takes|taking|effect|effective|change|changes|renew*))",
            "(opt|object|decline|reject|cancel|close|delete|stop|download|export|accept|withdraw) ... (before|by|until|no later than) ..2 "
                    + MONTH,
            "(before|by|no later than) ..2 " + MONTH
                    + " ... (opt|object|decline|reject|cancel|close|delete|download|export|withdraw)");

    /** Times that somebody else has, or that are none to act in. */
    static final List<String> NO_DEADLINES = List.of(
            "(times|once|twice) [within] .. (#|one|two|twelve) .. (month|months|year)",
            "(version|policy|terms) .. (effective|in effect) (until|before)");

    private static final int REACH = 2;

    /** How far back "it" or "this" reaches within a paragraph. */
    private static final int FAR = 6;

    private static final Pattern REFERS_BACK = Pattern.compile(
            "\\b(?:of|to|from|against|about|for|with|object to) (?:this|these|such|it|them|that)\\b|\\bdo so\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST = 4;

    private final CompiledCatalogue catalogue;

    ChoiceReader(CompiledCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Choice read(String document, List<ReadSentence> all, List<ReadSentence> own) {
        List<Quote> steps = new ArrayList<>();
        List<Quote> deadlines = new ArrayList<>();
        for (ReadSentence sentence : near(document, all, own)) {
            if (steps.size() < MOST
                    && occursUnnegated(sentence)
                    && !CompiledCatalogue.anyOf(catalogue.noSteps, sentence.found())
                    && concerns(document, sentence, own)) {
                steps.add(Quote.of(document, sentence.start(), sentence.end()));
            }
            if (deadlines.size() < MOST
                    && CompiledCatalogue.anyOf(catalogue.deadlines, sentence.found())
                    && !CompiledCatalogue.anyOf(catalogue.noDeadlines, sentence.found())
                    && concerns(document, sentence, own)) {
                deadlines.add(Quote.of(document, sentence.start(), sentence.end()));
            }
        }
        return new Choice(steps, deadlines);
    }

    /**
     * Whether a sentence near a provision speaks of it: it stands in one paragraph with it, refers back, or has a word in common with it
     * that says something.
     */
    private static boolean concerns(String document, ReadSentence sentence, List<ReadSentence> own) {
        String words = document.substring(sentence.start(), sentence.end());
        if (REFERS_BACK.matcher(words).find()) {
            return true;
        }
        Set<String> stems = Stems.of(words);
        for (ReadSentence mine : own) {
            int from = Math.min(sentence.end(), mine.end());
            int to = Math.max(sentence.start(), mine.start());
            if (from >= to
                    || document.substring(from, to).indexOf('\n') < 0
                    || !Collections.disjoint(stems, Stems.of(document.substring(mine.start(), mine.end())))) {
                return true;
            }
        }
        return false;
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

    /** The provision's sentences, those at most two away in the same section, and what refers back to it later in its paragraph. */
    private static List<ReadSentence> near(String document, List<ReadSentence> all, List<ReadSentence> own) {
        List<ReadSentence> near = new ArrayList<>();
        int first = own.get(0).index() - REACH;
        int last = own.get(own.size() - 1).index() + FAR;
        for (ReadSentence sentence : ReadSentence.between(all, first, last)) {
            for (ReadSentence mine : own) {
                if (sentence.section() == mine.section()
                        && (Math.abs(sentence.index() - mine.index()) <= REACH
                                || refersBack(document, mine, sentence))) {
                    near.add(sentence);
                    break;
                }
            }
        }
        return near;
    }

    private static boolean refersBack(String document, ReadSentence mine, ReadSentence later) {
        return later.index() > mine.index()
                && later.index() - mine.index() <= FAR
                && document.substring(mine.end(), later.start()).indexOf('\n') < 0
                && REFERS_BACK
                        .matcher(document)
                        .region(later.start(), later.end())
                        .find();
    }
}
