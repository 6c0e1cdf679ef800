package io.conductatlas.local.sandbox;

import io.conductatlas.events.EventType;
import io.conductatlas.local.pipeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What one day caused, as its events tell it. */
record DayReport(int number, String date, String title, List<Fact> facts) {
    static final String HEADER = String.format(
            Locale.ROOT,
            "  %-3s %-10s  %-31s %8s %8s %6s %7s %7s %6s %5s %5s %7s",
            "day",
            "date",
            "",
            "versions",
            "checks",
            "failed",
            "refused",
            "changes",
            "noise",
            "mail",
            "hooks",
            "digests");

    DayReport {
        facts = List.copyOf(facts);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "  %-3d %-10s  %-31s %8d %8d %6d %7d %7d %6d %5d %5d %7d",
                number,
                date,
                title,
                count(EventType.VERSION_RECORDED),
                count(EventType.CHECK_RECORDED),
                count(EventType.CAPTURE_FAILED),
                count(EventType.CAPTURE_REFUSED),
                changes(true),
                changes(false),
                delivered("EMAIL"),
                delivered("WEBHOOK"),
                delivered("DIGEST"));
    }

    /** What is worth a sentence: each change, each refusal, each failure. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact.type()) {
                case CHANGE_ASSESSED ->
                    sentences.add("%s  %s: %s".formatted(fact.text("changeId"), fact.subject(), assessment(fact)));
                case CAPTURE_REFUSED ->
                    sentences.add("refused      %s: %s".formatted(fact.subject(), fact.text("detail")));
                case CAPTURE_FAILED ->
                    sentences.add("failed       %s: %s".formatted(fact.subject(), fact.text("detail")));
                case VARIANT_RECOGNISED ->
                    sentences.add("variant      %s alternates between two texts".formatted(fact.subject()));
                case TEXT_RELOCATED -> sentences.add(relocation(fact));
                case EFFECTIVE_DATE_CHANGED ->
                    sentences.add("date         %s: applies from %s"
                            .formatted(
                                    fact.subject(),
                                    fact.text("after").isEmpty() ? "an unstated day" : fact.text("after")));
                default -> {}
            }
        }
        return sentences;
    }

    private String relocation(Fact fact) {
        String lost = StreamSupport.stream(fact.body().path("wordsLost").spliterator(), false)
                .map(words -> "“" + words.asText() + "”")
                .collect(Collectors.joining(", "));
        return "relocated    %s: a passage moved from %s to %s%s"
                .formatted(
                        fact.body().path("platform").path("name").asText(),
                        fact.body().path("from").path("changeId").asText(),
                        fact.body().path("to").path(0).path("changeId").asText(),
                        fact.body().path("weakened").asBoolean() ? ", weakened: without " + lost : "");
    }

    private static String assessment(Fact fact) {
        return fact.body().path("alerting").asBoolean()
                ? "%s, %s. %s"
                        .formatted(
                                fact.text("severity").toLowerCase(Locale.ROOT),
                                fact.text("direction").toLowerCase(Locale.ROOT),
                                fact.text("title"))
                : "noise (%s). %s"
                        .formatted(
                                fact.text("changeClass")
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                fact.text("title"));
    }

    private long count(EventType type) {
        return facts.stream().filter(fact -> fact.type() == type).count();
    }

    private long changes(boolean alerting) {
        return facts.stream()
                .filter(fact -> fact.type() == EventType.CHANGE_ASSESSED)
                .filter(fact -> fact.body().path("alerting").asBoolean() == alerting)
                .count();
    }

    private long delivered(String channel) {
        return facts.stream()
                .filter(fact -> fact.type() == EventType.DELIVERY_ATTEMPTED)
                .filter(fact -> fact.text("channel").equals(channel))
                .filter(fact -> fact.text("outcome").equals("DELIVERED"))
                .count();
    }
}
