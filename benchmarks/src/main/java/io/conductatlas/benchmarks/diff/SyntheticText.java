package io.conductatlas.benchmarks.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Long agreements made up from a seed, and what an edit or a rewrite makes of them. */
final class SyntheticText {
    private static final int WORDS = 38_000;
    private static final int VOCABULARY = 3_000;
    private static final int EVERY = 40;

    private SyntheticText() {}

    /** Sentences of about 19 words, five to a paragraph, eight paragraphs to a section. */
    static List<String> sentences(long seed) {
        Random random = new Random(seed);
        List<String> sentences = new ArrayList<>();
        int words = 0;
        while (words < WORDS) {
            int length = 8 + random.nextInt(23);
            StringBuilder sentence = new StringBuilder("S");
            for (int i = 0; i < length; i++) {
                // as in a language, few words make up most of a text
                double rank = random.nextDouble();
                sentence.append(i == 0 ? "" : " ").append("word").append((int) (VOCABULARY * rank * rank * rank));
            }
            sentences.add(sentence.append('.').toString());
            words += length;
        }
        return sentences;
    }

    /** A word changed in every fortieth sentence, and now and then a sentence that came, went or moved. */
    static List<String> edited(List<String> sentences, long seed) {
        Random random = new Random(seed);
        List<String> edited = new ArrayList<>(sentences);
        for (int i = 0; i < edited.size(); i += EVERY) {
            edited.set(i, edited.get(i).replaceFirst("word\\d+", "changed" + random.nextInt(100)));
        }
        for (int i = 0; i < 20; i++) {
            String sentence = edited.remove(random.nextInt(edited.size()));
            if (i % 2 == 0) {
                edited.add(random.nextInt(edited.size()), sentence);
            } else {
                edited.add(random.nextInt(edited.size()), "A sentence that nobody had read before number " + i + ".");
            }
        }
        return edited;
    }

    static String markdown(List<String> sentences) {
        StringBuilder text = new StringBuilder("# Terms\n\n");
        for (int i = 0; i < sentences.size(); i++) {
            if (i % 40 == 0) {
                text.append("\n\n## Part ").append(i / 40).append("\n\n");
            }
            text.append(sentences.get(i)).append(i % 5 == 4 ? "\n\n" : " ");
        }
        return text.toString();
    }
}
