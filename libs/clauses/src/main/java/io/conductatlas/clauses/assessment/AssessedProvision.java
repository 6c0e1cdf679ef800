package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import java.util.List;

/**
 * What a change does to one provision.
 *
 * @param title what the provision is, its denial named as one
 * @param severity of the change to it, not of the provision
 * @param label may be empty
 * @param before its words in the old text; empty where it was introduced
 * @param after its words in the new text; empty where it was removed
 * @param hunks the numbers of the hunks that touch it
 * @param wordingsGained slugs of weak or strong words that came
 * @param wordingsLost slugs of weak or strong words that went
 * @param factorsGained what makes it weigh more or less and came with the changed words
 * @param factorsLost what made it weigh more or less and went with the changed words
 */
public record AssessedProvision(
        String id,
        String type,
        String title,
        Polarity polarity,
        Effect effect,
        Severity severity,
        Direction direction,
        String label,
        List<Quote> before,
        List<Quote> after,
        List<Integer> hunks,
        List<String> wordingsGained,
        List<String> wordingsLost,
        List<NamedFactor> factorsGained,
        List<NamedFactor> factorsLost) {
    public AssessedProvision {
        before = List.copyOf(before);
        after = List.copyOf(after);
        hunks = List.copyOf(hunks);
        wordingsGained = List.copyOf(wordingsGained);
        wordingsLost = List.copyOf(wordingsLost);
        factorsGained = List.copyOf(factorsGained);
        factorsLost = List.copyOf(factorsLost);
    }

    /** The same as a part of what was written anew: it neither came nor went. */
    AssessedProvision rewritten(Severity lower) {
        return new AssessedProvision(
                id,
                type,
                title,
                polarity,
                effect,
                lower,
                Direction.NEUTRAL,
                "",
                before,
                after,
                hunks,
                wordingsGained,
                wordingsLost,
                factorsGained,
                factorsLost);
    }

    /** Provisions of one kind say the same thing of their document. */
    String kind() {
        return type + "/" + polarity;
    }
}
