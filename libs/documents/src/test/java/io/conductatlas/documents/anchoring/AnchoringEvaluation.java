package io.conductatlas.documents.anchoring;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.WordDiff;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.words.SentenceIndex;
import io.conductatlas.documents.words.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Anchors every sentence of every version of some histories in the next version and some versions later, and counts how many of those
 * that survive, with at most a fifth of their words edited, are found. What survives is told by looking at each pair of sentences, not
 * by the finder. Prints a sample of the places that are not word for word, to be read by a person.
 *
 * <p>Arguments: the folder of histories, the size of the sample, its seed, and {@code alone} if the finder is to be kept from seeing
 * the old text.
 */
public final class AnchoringEvaluation {
    private static final int FEWEST_WORDS = 5;
    private static final double SURVIVES = 0.8;
    private static final int[] STEPS = {1, 4};

    private final MarkdownReader reader = new MarkdownReader();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<String> sample = new ArrayList<>();
    private int verbatim;
    private int verbatimFound;
    private int edited;
    private int editedFound;
    private int elsewhere;
    private int gone;
    private int goneFound;
    private final List<AgreementText> last = new ArrayList<>();
    private final List<String> platforms = new ArrayList<>();
    private int strangers;
    private final List<String> strangersFound = new ArrayList<>();

    private AnchoringEvaluation() {}

    public static void main(String[] arguments) throws IOException {
        AnchoringEvaluation evaluation = new AnchoringEvaluation();
        boolean alone = arguments.length > 3 && arguments[3].equals("alone");
        try (Stream<Path> paths = Files.walk(Path.of(arguments[0]))) {
            for (Path folder : paths.filter(
                            path -> path.getFileName().toString().endsWith(".md"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList()) {
                evaluation.history(folder, alone);
            }
        }
        evaluation.strangers();
        evaluation.print(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }

    private void history(Path folder, boolean alone) throws IOException {
        List<AgreementText> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                AgreementText text = reader.read(Files.readString(file));
                if (texts.isEmpty() || !texts.get(texts.size() - 1).text().equals(text.text())) {
                    texts.add(text);
                    names.add(file.getParent().getParent().getFileName() + "/"
                            + file.getParent().getFileName() + "/"
                            + file.getFileName().toString().substring(0, 15));
                }
            }
        }
        last.add(texts.get(texts.size() - 1));
        platforms.add(names.get(0).substring(0, names.get(0).indexOf('/')));
        for (int step : STEPS) {
            for (int i = 0; i + step < texts.size(); i++) {
                pair(texts.get(i), texts.get(i + step), names.get(i) + " +" + step, alone);
            }
        }
    }

    /** Quotes of one platform in the texts of others, where at most a turn of phrase that all use may be found. */
    private void strangers() {
        for (int a = 0; a < last.size(); a++) {
            for (int b = 0; b < last.size(); b++) {
                if (platforms.get(a).equals(platforms.get(b))) {
                    continue;
                }
                QuoteFinder finder = QuoteFinder.in(last.get(b));
                for (Sentence sentence : last.get(a).sentences()) {
                    String words = sentence.in(last.get(a).text());
                    if (sentence.kind() == SentenceKind.HEADING || Wording.words(words) < FEWEST_WORDS) {
                        continue;
                    }
                    strangers++;
                    if (finder.find(Anchor.of(last.get(a), sentence.start(), sentence.end()))
                            instanceof Anchored.Found found) {
                        strangersFound.add(marked(
                                words,
                                last.get(b)
                                        .text()
                                        .substring(
                                                found.position().start(),
                                                found.position().end())));
                    }
                }
            }
        }
    }

    private void pair(AgreementText old, AgreementText later, String name, boolean alone) {
        QuoteFinder finder = alone ? QuoteFinder.in(later) : QuoteFinder.from(old, later);
        Set<String> oldSentences = sentences(old);
        SentenceIndex index = new SentenceIndex(later);
        SentenceIndex oldIndex = new SentenceIndex(old);
        Set<String> newSentences = sentences(later);
        for (int i = 0; i < old.sentences().size(); i++) {
            Sentence sentence = old.sentences().get(i);
            String words = old.sentence(i);
            if (sentence.kind() == SentenceKind.HEADING
                    || sentence.kind() == SentenceKind.LINK_LIST
                    || Wording.words(words) < FEWEST_WORDS) {
                continue;
            }
            Anchored anchored = finder.find(Anchor.of(old, sentence.start(), sentence.end()));
            if (newSentences.contains(words)) {
                verbatim++;
                verbatimFound += anchored instanceof Anchored.Found ? 1 : 0;
                continue;
            }
            int truth = survivor(oldIndex, i, index, oldSentences);
            if (truth >= 0) {
                edited++;
            } else {
                gone++;
            }
            if (anchored instanceof Anchored.Found found) {
                String there = later.text()
                        .substring(found.position().start(), found.position().end());
                boolean right = truth >= 0 && overlaps(later.sentences().get(truth), found);
                editedFound += right ? 1 : 0;
                elsewhere += truth >= 0 && !right ? 1 : 0;
                goneFound += truth < 0 ? 1 : 0;
                sample.add(name + " @" + sentence.start() + (right ? "" : truth >= 0 ? " ELSEWHERE" : " GONE?")
                        + "\n    " + marked(words, there));
            } else if (truth >= 0) {
                sample.add(
                        "MISSED " + name + " @" + sentence.start() + "\n    " + marked(words, later.sentence(truth)));
            }
        }
    }

    /** The new sentence that this one became: at most a fifth of the words edited, and no other old one is closer. */
    private static int survivor(SentenceIndex old, int sentence, SentenceIndex later, Set<String> oldSentences) {
        String words = old.agreement().sentence(sentence);
        int best = -1;
        double most = SURVIVES - 1e-9;
        for (int j = 0; j < later.agreement().sentences().size(); j++) {
            String there = later.agreement().sentence(j);
            if (!oldSentences.contains(there) && Wording.resemblance(old.words(sentence), later.words(j)) > most) {
                double share = inOrder(words, there);
                if (share > most) {
                    most = share;
                    best = j;
                }
            }
        }
        if (best < 0) {
            return -1;
        }
        String there = later.agreement().sentence(best);
        for (int k = 0; k < old.agreement().sentences().size(); k++) {
            if (k != sentence
                    && Wording.resemblance(old.words(k), later.words(best)) > most
                    && inOrder(old.agreement().sentence(k), there) > most) {
                return -1;
            }
        }
        return best;
    }

    private static Set<String> sentences(AgreementText text) {
        Set<String> sentences = new HashSet<>();
        for (int i = 0; i < text.sentences().size(); i++) {
            sentences.add(text.sentence(i));
        }
        return sentences;
    }

    private static boolean overlaps(Sentence sentence, Anchored.Found found) {
        return sentence.start() < found.position().end() && found.position().start() < sentence.end();
    }

    private static double inOrder(String before, String after) {
        int common = 0;
        int all = 0;
        for (WordSpan span : WordDiff.between(before, after)) {
            int words = Wording.words(span.text());
            common += span.op() == WordSpan.Op.EQUAL ? 2 * words : 0;
            all += span.op() == WordSpan.Op.EQUAL ? 2 * words : words;
        }
        return all == 0 ? 0 : (double) common / all;
    }

    private static String marked(String before, String after) {
        StringBuilder text = new StringBuilder();
        for (WordSpan span : WordDiff.between(before, after)) {
            switch (span.op()) {
                case EQUAL -> text.append(span.text());
                case DELETE -> text.append("[-").append(span.text()).append("-]");
                case INSERT -> text.append("{+").append(span.text()).append("+}");
            }
        }
        return text.toString().replace('\n', ' ');
    }

    private void print(int size, long seed) {
        out.printf("survive word for word %d, found %d%n", verbatim, verbatimFound);
        out.printf(
                "survive edited by at most a fifth %d, found %d, at another place %d%n",
                edited, editedFound, elsewhere);
        out.printf("others %d, of which something was found for %d%n", gone, goneFound);
        out.printf("quotes sought in other platforms' texts %d, found %d%n", strangers, strangersFound.size());
        strangersFound.stream().limit(20).forEach(found -> out.println("    " + found));
        Collections.shuffle(sample, new Random(seed));
        int printed = 0;
        for (String place : sample) {
            if (!place.startsWith("MISSED") && printed < size) {
                out.println(++printed + " " + place);
            }
        }
        sample.stream().filter(place -> place.startsWith("MISSED")).limit(30).forEach(out::println);
    }
}
