package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Hunk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return told("");
    }

    /** The same of what these statements quote, and no topic that the words they quote do not show. */
    Optional<String> toldIn(List<Statement> quoting) {
        return told(quoting.stream().map(Statement::text).collect(Collectors.joining("\n")));
    }

    private Optional<String> told(String within) {
        Set<String> topics = new LinkedHashSet<>();
        boolean all = true;
        for (int number : Matters.telling(subject)) {
            List<String> here = topics(subject.diff().hunks().get(number), within);
            topics.addAll(here);
            all = all && !here.isEmpty();
        }
        return topics.isEmpty()
                ? Optional.empty()
                : Optional.of((all ? "in sentences on " : "partly in sentences on ")
                        + Phrasing.list(topics.stream().limit(MOST_TOPICS).toList()));
    }

    private List<String> topics(Hunk hunk, String within) {
        boolean deleted = hunk.after().isEmpty();
        int start = deleted ? hunk.beforeStart() : hunk.afterStart();
        int end = deleted ? hunk.beforeEnd() : hunk.afterEnd();
        return (deleted ? before : after)
                .stream()
                        .map(TrackedProvision::provision)
                        .filter(provision -> statedIn(provision, start, end, within))
                        .map(provision ->
                                catalogue.type(provision.type()).change().topic())
                        .toList();
    }

    private boolean statedIn(DetectedProvision provision, int start, int end, String within) {
        return provision.quotes().stream()
                .filter(quote -> quote.start() < end && start < quote.end())
                .anyMatch(quote ->
                        plain
                                .in(
                                        provision.type(),
                                        provision.polarity() == Polarity.DENIED,
                                        quote,
                                        subject.platform())
                                .stream()
                                .anyMatch(place -> within.isEmpty() || within.contains(words(quote, place))));
    }

    private static String words(Quote quote, List<Quote> place) {
        return quote.text()
                .substring(
                        place.get(0).start() - quote.start(),
                        place.get(place.size() - 1).end() - quote.start());
    }
}
