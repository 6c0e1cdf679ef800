package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.ProvisionView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question many people ask of a platform, read from its provisions.
 *
 * @param href the provision that answers it; null where none was detected
 */
record QuickFact(String name, Badge badge, @Nullable String href) {
    private static final List<Question> QUESTIONS = List.of(
            new Question("Mandatory arbitration", Set.of("mandatory-arbitration"), "Present", true),
            new Question("Class action waived", Set.of("class-action-waiver"), "Present", true),
            new Question(
                    "AI training on your content or data",
                    Set.of("ai-training-on-user-content", "ai-training-on-personal-data", "ai-model-training"),
                    "Disclosed",
                    true),
            new Question(
                    "Personal data sold or shared for advertising",
                    Set.of("sale-of-personal-data", "third-party-advertising", "third-party-advertising-and-analytics"),
                    "Addressed",
                    true),
            new Question("Retention period", Set.of("retention-period", "retention"), "Stated", false));

    private record Question(String name, Set<String> types, String answer, boolean adverse) {
        QuickFact over(List<ProvisionView> provisions) {
            return provisions.stream()
                    .filter(provision -> types.contains(provision.type()))
                    .findFirst()
                    .map(provision -> new QuickFact(
                            name, adverse ? Badge.warn(answer) : Badge.good(answer), Hrefs.provision(provision.id())))
                    .orElseGet(() -> new QuickFact(name, Badge.plain("Not detected"), null));
        }
    }

    /** @param provisions those that the current Versions hold */
    static List<QuickFact> of(List<ProvisionView> provisions) {
        return QUESTIONS.stream().map(question -> question.over(provisions)).toList();
    }
}
