package io.conductatlas.documents.words;

import io.conductatlas.documents.AgreementText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a text the sentences that resemble a given one, by the words that are rare in it. The work for one question is bounded,
 * whatever the text.
 */
public final class SentenceIndex {
    private static final int RAREST_WORDS = 10;
    private static final int LONGEST_POSTING = 60;
    private static final int MOST_CANDIDATES = 12;

    private final AgreementText agreement;
    private final int[][] sorted;
    private final Map<Integer, int[]> postings = new HashMap<>();

    public SentenceIndex(AgreementText agreement) {
        this.agreement = agreement;
        this.sorted = new int[agreement.sentences().size()][];
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Wording.sortedHashes(agreement.sentence(i));
            eachWord(sorted[i], word -> lengths.merge(word, 1, Integer::sum));
        }
        for (int i = 0; i < sorted.length; i++) {
            int sentence = i;
            eachWord(sorted[i], word -> {
                int length = lengths.getOrDefault(word, 0);
                if (length <= LONGEST_POSTING) {
                    int[] places = postings.computeIfAbsent(word, key -> new int[length + 1]);
                    places[++places[0]] = sentence;
                }
            });
        }
    }

    private interface WordSink {
        void word(int hash);
    }

    private static void eachWord(int[] sortedWords, WordSink sink) {
        for (int k = 0; k < sortedWords.length; k++) {
            if (k == 0 || sortedWords[k] != sortedWords[k - 1]) {
                sink.word(sortedWords[k]);
            }
        }
    }

    public AgreementText agreement() {
        return agreement;
    }

    /** A sentence's word hashes in order of value. */
    public int[] words(int sentence) {
        return sorted[sentence].clone();
    }

    /**
     * A sentence that resembles the one asked for.
     *
     * @param sentence its index
     * @param resemblance from 0 to 1, see {@link Wording#resemblance}
     */
    public record Match(int sentence, double resemblance) {}

    /** The sentence that resembles the given words most and at least so much, the first of equal ones; null where none does. */
    public @Nullable Match nearest(int[] words, double least) {
        List<Match> all = matches(words, least);
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * The sentences that resemble the given words at least so much, the nearest first, at most {@value #MOST_CANDIDATES}.
     *
     * @param words hashes in order of value
     */
    public List<Match> matches(int[] words, double least) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (int word : rarest(words)) {
            int[] places = postings.get(word);
            for (int k = 1; places != null && k <= places[0]; k++) {
                votes.merge(places[k], 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .map(vote -> new Match(vote.getKey(), Wording.resemblance(words, sorted[vote.getKey()])))
                .filter(match -> match.resemblance() >= least)
                .sorted((a, b) -> a.resemblance() == b.resemblance()
                        ? Integer.compare(a.sentence(), b.sentence())
                        : Double.compare(b.resemblance(), a.resemblance()))
                .toList();
    }

    private int[] rarest(int[] words) {
        return Arrays.stream(words)
                .distinct()
                .filter(postings::containsKey)
                .boxed()
                .sorted((a, b) -> {
                    int byLength = Integer.compare(frequency(a), frequency(b));
                    return byLength != 0 ? byLength : Integer.compare(a, b);
                })
                .limit(RAREST_WORDS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int frequency(int word) {
        int[] places = postings.get(word);
        return places == null ? 0 : places[0];
    }
}
