package io.conductatlas.clauses.assessment;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words that introduce a list: an item says by itself neither whether it must be, nor whether it must not. */
final class ListPlace {
    /** "Namely:" says nothing. */
    private static final int SHORTEST = 4;

    /** A sentence of its own that only stands where items do: "We do not sell …" after "we may use your data:". */
    private static final Pattern SENTENCE = Pattern.compile("(?:We|You) ");

    private static final Pattern ANNOUNCES =
            Pattern.compile("\\b(?:following|includ\\w+|these|below|requirements)\\b", Pattern.CASE_INSENSITIVE);

    private ListPlace() {}

    /**
     * The sentence with a colon before the items among which a position stands.
     *
     * @param at an offset into the text
     * @return empty where no item stands there, or nothing but a few words introduce it
     */
    static Optional<String> introduction(AgreementText text, int at) {
        List<Sentence> sentences = text.sentences();
        int item = 0;
        while (item < sentences.size() && sentences.get(item).end() <= at) {
            item++;
        }
        if (item == sentences.size() || !inList(sentences.get(item))) {
            return Optional.empty();
        }
        int before = item;
        while (before >= 0 && inList(sentences.get(before))) {
            before--;
        }
        if (before < 0) {
            return Optional.empty();
        }
        Sentence introduction = sentences.get(before);
        String words = introduction.in(text.text()).strip();
        boolean introduces = words.endsWith(":")
                && Phrasing.words(words) >= SHORTEST
                && (introduction.kind() == SentenceKind.PROSE
                        || introduction.kind() == SentenceKind.HEADING
                                && Phrasing.words(words) > HunkTeller.MOST_HEADING_WORDS);
        boolean speaksForItself =
                SENTENCE.matcher(sentences.get(item).in(text.text())).lookingAt()
                        && !ANNOUNCES.matcher(words).find();
        return introduces && !speaksForItself ? Optional.of(words) : Optional.empty();
    }

    private static boolean inList(Sentence sentence) {
        return sentence.kind() == SentenceKind.LIST_ITEM || sentence.kind() == SentenceKind.LINK_LIST;
    }
}
