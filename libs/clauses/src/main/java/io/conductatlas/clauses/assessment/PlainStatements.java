package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.Quote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a passage has to state so that a title or summary may call it by the name of a type. Where a rule of the catalogue is made to
 * miss few clauses, these are made to be beyond doubt.
 *
 * <p>Immutable and safe to share.
 */
final class PlainStatements {
    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    /** A note on an earlier change states nothing itself: "March 3, 2024: Clarified our age requirement." */
    private static final Pattern NOTE_ON_A_CHANGE = Pattern.compile(
            "^\\W*(?:(?:" + MONTH + " \\d{1,2},? \\d{4}|\\d{1,2}\\.? " + MONTH + " \\d{4}|\\d{4}-\\d{2}-\\d{2}|" + MONTH
                    + " \\d{4})\\s*[:\u2013\u2014-]|(?:(?:our|the|these) )?(?:recent|latest|last|key|following|main) (?:updates?|changes?)\\b"
                    + "|upcoming updates?\\b|we(?:['\u2019]re| are|['\u2019]ll| will) (?:soon )?(?:be )?updating\\b"
                    + "|we(?:['\u2019]ve| have) (?:added|clarified|updated|changed|removed|revised|expanded)\\b)",
            Pattern.CASE_INSENSITIVE);
    /** What a document says it is about, or where more is to be read, is no statement of it. */
    private static final Pattern INTRODUCES = Pattern.compile(
            "^.{0,80}\\b(?:policy|notice|statement|terms|section|page|guidelines|agreement)\\b.{0,20}\\b(?:explains?|describes?|sets? out|outlines?|tells?|summari[sz]es?)\\b"
                    + "|^\\W*(?:for |to )?(?:(?:find|read|learn|know) (?:out )?)?(?:more|additional|further) (?:information|details|about|on)\\b"
                    + "|^\\W*(?:please )?(?:see|read|refer to|learn)\\b|\\bcan be found\\b|\\(see [^)]*\\)",
            Pattern.CASE_INSENSITIVE);
    /** The row of a table says what it is about in its first words; what stands in its other cells belongs to many things. */
    private static final String CELLS = " | ";

    private static final int FIRST_WORDS = 240;
    /** A row of figures counts things and states nothing of them. */
    private static final Pattern FIGURES = Pattern.compile("\\| *[\\d.,]+ *\\| *[\\d.,]+ *(?:\\||$)");

    /** Groups of types that are about documents and what they say of each other. */
    private static final Set<String> OF_DOCUMENTS = Set.of("agreement", "oversight");

    private final Catalogue catalogue;
    private final TypePhrases states;
    private final TypePhrases unless;

    /**
     * @param states phrases by type
     * @param unless phrases, by type or group, beside which a statement is another one
     * @throws IllegalArgumentException if they name what the catalogue has not, or a phrase has a fault
     */
    PlainStatements(Catalogue catalogue, Map<String, List<String>> states, Map<String, List<String>> unless) {
        this.catalogue = catalogue;
        this.states = new TypePhrases(catalogue, states);
        this.unless = new TypePhrases(catalogue, unless);
    }

    /** Those that come with this library. */
    static PlainStatements bundled(Catalogue catalogue) {
        return new PlainStatements(catalogue, part("states"), part("unless"));
    }

    /** A part of the file, {@code states} or {@code unless}. */
    static Map<String, List<String>> part(String name) {
        Map<String, Map<String, List<String>>> file = TypePhrases.file("/assessment/plain-statements.yaml");
        return file.getOrDefault(name, Map.of());
    }

    /**
     * Where a sentence states what a type is about: for each place its first and its last word.
     *
     * @param denied whether the sentence says that the thing is not so
     * @param platform whose document it is; what others do is no statement of its own
     */
    List<List<Quote>> in(String type, boolean denied, Quote sentence, String platform) {
        String text = sentence.text();
        String group = catalogue.type(type).group();
        boolean row = text.contains(CELLS);
        if (denied && row
                || row && FIGURES.matcher(text).find()
                || NOTE_ON_A_CHANGE.matcher(text).find()
                || !OF_DOCUMENTS.contains(group) && INTRODUCES.matcher(text).find()
                || !unless.in(type, sentence).isEmpty()
                || !unless.in(group, sentence).isEmpty()) {
            return List.of();
        }
        return states.in(type, sentence).stream()
                .filter(place -> {
                    int from = place.get(0).start() - sentence.start();
                    int to = place.get(1).end() - sentence.start();
                    return !(row && to > FIRST_WORDS)
                            && !inParentheses(text, from, to)
                            && Actor.fits(type, group, text, from, platform);
                })
                .toList();
    }

    /** Whether words are only an aside of their sentence. */
    private static boolean inParentheses(String text, int from, int to) {
        int open = text.lastIndexOf('(', from);
        return open > 0 && text.lastIndexOf(')', from) < open && text.indexOf(')', open) >= to;
    }
}
