package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.Hrefs;
import io.conductatlas.gateway.readmodel.ProvisionView;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                    Set.of("ai-training-on-content", "ai-training-on-personal-data"),
                    "Disclosed",
                    true),
            new Question(
                    "Personal data sold or shared for advertising",
                    Set.of("sale-of-personal-data", "third-party-advertising-and-analytics"),
                    "Addressed",
                    true),
            new Question("Retention period", Set.of("retention-period"), "Stated", false));

    private record Question(String name, Set<String> types, String answer, boolean adverse) {
        QuickFact over(List<ProvisionView> provisions) {
            return provisions.stream()
                    .filter(provision -> types.contains(provision.type()))
                    .min(Comparator.comparing(ProvisionView::denied))
                    .map(provision -> new QuickFact(name, badge(provision), Hrefs.provision(provision.id())))
                    .orElseGet(() -> new QuickFact(name, Badge.plain("Not detected"), null));
        }

        private Badge badge(ProvisionView provision) {
            if (provision.denied()) {
                return Badge.DENIED;
            }
            return adverse ? Badge.warn(answer) : Badge.good(answer);
        }
    }

    /** The provision types that any of the questions asks for. */
    static Set<String> types() {
        return QUESTIONS.stream().flatMap(question -> question.types().stream()).collect(Collectors.toSet());
    }

    /** @param provisions those that the current Versions hold */
    static List<QuickFact> of(List<ProvisionView> provisions) {
        return QUESTIONS.stream().map(question -> question.over(provisions)).toList();
    }
}
