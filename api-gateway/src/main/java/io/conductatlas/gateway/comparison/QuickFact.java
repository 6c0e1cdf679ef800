package io.conductatlas.gateway.comparison;

import io.conductatlas.gateway.readmodel.ProvisionView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question many people ask of a platform, read from its provisions.
 *
 * @param key names the question for ever
 * @param name the question
 * @param answer in one word for programs
 * @param words the answer for people
 * @param adverse whether an answer of yes is against the people affected
 * @param provision the id of the provision that answers it; null where none was detected
 */
public record QuickFact(
        String key,
        String name,
        Answer answer,
        String words,
        boolean adverse,
        @Nullable String provision) {

    /** What is known. */
    public enum Answer {
        /** It is stated. */
        STATED,
        /** It is stated not to be so. */
        DENIED,
        /** Nothing on it was found, which does not mean that it is not so. */
        NOT_DETECTED
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "arbitration",
                    "Arbitration",
                    answers("mandatory-arbitration", "Mandatory", "arbitration-opt-out", "Present"),
                    true),
            new Question("class-action-waiver", "Class actions", answers("class-action-waiver", "Waived"), true),
            new Question(
                    "ai-training",
                    "AI training on your content or data",
                    answers("ai-training-on-content", "Disclosed", "ai-training-on-personal-data", "Disclosed"),
                    true),
            new Question(
                    "sale-or-advertising",
                    "Personal data sold or shared for advertising",
                    answers(
                            "sale-of-personal-data",
                            "Sale described",
                            "third-party-advertising-and-analytics",
                            "Sharing described"),
                    true),
            new Question("retention", "Retention period", answers("retention-period", "Specified"), false));

    /** The answer that each type gives, the weightier type first. */
    private static Map<String, String> answers(String... typesWithWords) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < typesWithWords.length; i += 2) {
            answers.put(typesWithWords[i], typesWithWords[i + 1]);
        }
        return answers;
    }

    private record Question(String key, String name, Map<String, String> answers, boolean adverse) {
        QuickFact over(List<ProvisionView> provisions) {
            List<String> weight = List.copyOf(answers.keySet());
            return provisions.stream()
                    .filter(provision -> answers.containsKey(provision.type()))
                    .min(Comparator.comparing(ProvisionView::denied)
                            .thenComparing(provision -> weight.indexOf(provision.type()))
                            .thenComparing(ProvisionView::id))
                    .map(this::answered)
                    .orElseGet(() -> new QuickFact(key, name, Answer.NOT_DETECTED, "Not detected", adverse, null));
        }

        private QuickFact answered(ProvisionView provision) {
            return provision.denied()
                    ? new QuickFact(key, name, Answer.DENIED, "States that it does not", adverse, provision.id())
                    : new QuickFact(
                            key,
                            name,
                            Answer.STATED,
                            answers.getOrDefault(provision.type(), "Present"),
                            adverse,
                            provision.id());
        }
    }

    /** The provision types that any of the questions asks for. */
    static Set<String> types() {
        return QUESTIONS.stream()
                .flatMap(question -> question.answers().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** @param provisions those that the current Versions of a platform hold */
    public static List<QuickFact> of(List<ProvisionView> provisions) {
        return QUESTIONS.stream().map(question -> question.over(provisions)).toList();
    }
}
