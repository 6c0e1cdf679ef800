package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
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

    /** What a rule of the catalogue finds without a reservation. */
    private static final double CERTAIN = 0.9;

    private PassageTopics() {}

    /** For example {@code "in sentences on the use of cookies"}; empty where no sentence's topic is sure. */
    static Optional<String> of(Catalogue catalogue, Subject subject) {
        Set<String> topics = new LinkedHashSet<>();
        boolean all = true;
        for (int number : Matters.telling(subject)) {
            List<String> here =
                    topics(catalogue, subject, subject.diff().hunks().get(number));
            topics.addAll(here);
            all = all && !here.isEmpty();
        }
        return topics.isEmpty()
                ? Optional.empty()
                : Optional.of((all ? "in sentences on " : "partly in sentences on ")
                        + Phrasing.list(topics.stream().limit(MOST_TOPICS).toList()));
    }

    private static List<String> topics(Catalogue catalogue, Subject subject, Hunk hunk) {
        boolean deleted = hunk.after().isEmpty();
        int start = deleted ? hunk.beforeStart() : hunk.afterStart();
        int end = deleted ? hunk.beforeEnd() : hunk.afterEnd();
        return (deleted ? subject.provisionsBefore() : subject.provisionsAfter())
                .stream()
                        .map(TrackedProvision::provision)
                        .filter(provision -> provision.confidence() >= CERTAIN && standsIn(provision, start, end))
                        .map(provision ->
                                catalogue.type(provision.type()).change().topic())
                        .toList();
    }

    private static boolean standsIn(DetectedProvision provision, int start, int end) {
        return provision.quotes().stream().anyMatch(quote -> quote.start() < end && start < quote.end());
    }
}
