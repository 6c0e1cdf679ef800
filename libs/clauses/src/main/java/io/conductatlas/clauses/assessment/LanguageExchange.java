package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.gate.Language;
import java.util.Map;
import java.util.Optional;

/**
 * Text in one language that took the place of text in another, as where a translation was put in or withdrawn.
 *
 * @param from the language of the words that went, as people call it
 * @param to that of the words that came
 */
record LanguageExchange(String from, String to) {
    private static final Map<String, String> NAMES = Map.of(
            "en", "English",
            "de", "German",
            "fr", "French",
            "es", "Spanish",
            "it", "Italian",
            "pt", "Portuguese",
            "nl", "Dutch",
            "pl", "Polish");

    /** Empty where the words that came are of the language of those that went, or too few to tell. */
    static Optional<LanguageExchange> of(Subject subject) {
        StringBuilder came = new StringBuilder();
        StringBuilder went = new StringBuilder();
        for (int number : Matters.telling(subject)) {
            Hunk hunk = subject.diff().hunks().get(number);
            for (WordSpan span : hunk.words()) {
                if (span.op() == WordSpan.Op.INSERT) {
                    came.append(span.text()).append(' ');
                } else if (span.op() == WordSpan.Op.DELETE) {
                    went.append(span.text()).append(' ');
                }
            }
        }
        String to = Language.of(came.toString());
        String from = Language.of(went.toString());
        return to == null || from == null || to.equals(from)
                ? Optional.empty()
                : Optional.of(new LanguageExchange(NAMES.getOrDefault(from, from), NAMES.getOrDefault(to, to)));
    }

    /** For a title. */
    String told() {
        return "text in %s replaced by text in %s".formatted(from, to);
    }

    /** For a sentence whose subject is the document. */
    String done() {
        return "replaced text in %s by text in %s".formatted(from, to);
    }
}
