package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.documents.diff.Hunk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the sentences are about in which words changed, for changes whose words show no matter by themselves: "for a terror suspect" that
 * becomes "for a suspect" says nothing of authorities, and the sentence it stands in does.
 */
final class PassageTopics {
    private static final int MOST_TOPICS = 3;

    private final Catalogue catalogue;
    private final PlainStatements plain;
    private final Subject subject;
    private final List<TrackedProvision> before;
    private final List<TrackedProvision> after;

    /**
     * @param before the provisions of the old version that may be told of
     * @param after those of the new version
     */
    PassageTopics(
            Catalogue catalogue,
            PlainStatements plain,
            Subject subject,
            List<TrackedProvision> before,
            List<TrackedProvision> after) {
        this.catalogue = catalogue;
        this.plain = plain;
        this.subject = subject;
        this.before = before;
        this.after = after;
    }

    /** For example {@code "in sentences on the use of cookies"}; empty where no sentence states plainly what it is about. */
    Optional<String> told() {
        Set<String> topics = new LinkedHashSet<>();
        boolean all = true;
        for (int number : Matters.telling(subject)) {
            List<String> here = topics(subject.diff().hunks().get(number));
            topics.addAll(here);
            all = all && !here.isEmpty();
        }
        return topics.isEmpty()
                ? Optional.empty()
                : Optional.of((all ? "in sentences on " : "partly in sentences on ")
                        + Phrasing.list(topics.stream().limit(MOST_TOPICS).toList()));
    }

    private List<String> topics(Hunk hunk) {
        boolean deleted = hunk.after().isEmpty();
        int start = deleted ? hunk.beforeStart() : hunk.afterStart();
        int end = deleted ? hunk.beforeEnd() : hunk.afterEnd();
        return (deleted ? before : after)
                .stream()
                        .map(TrackedProvision::provision)
                        .filter(provision -> statedIn(provision, start, end))
                        .map(provision ->
                                catalogue.type(provision.type()).change().topic())
                        .toList();
    }

    private boolean statedIn(DetectedProvision provision, int start, int end) {
        return provision.quotes().stream()
                .filter(quote -> quote.start() < end && start < quote.end())
                .anyMatch(quote -> !plain.in(provision.type(), provision.polarity() == Polarity.DENIED, quote)
                        .isEmpty());
    }
}
