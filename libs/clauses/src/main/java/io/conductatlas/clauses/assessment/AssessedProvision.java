package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.Quote;
import java.util.List;

/**
 * What a change does to one provision.
 *
 * @param title the type's name
 * @param severity of the change to it, not of the provision
 * @param label may be empty
 * @param before its words in the old text; empty where it was introduced
 * @param after its words in the new text; empty where it was removed
 * @param hunks the numbers of the hunks that touch it
 * @param wordingsGained slugs of weak or strong words that came
 * @param wordingsLost slugs of weak or strong words that went
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
        List<String> wordingsLost) {
    public AssessedProvision {
        before = List.copyOf(before);
        after = List.copyOf(after);
        hunks = List.copyOf(hunks);
        wordingsGained = List.copyOf(wordingsGained);
        wordingsLost = List.copyOf(wordingsLost);
    }
}
