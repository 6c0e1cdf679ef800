package io.conductatlas.documents.relocation;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.SiblingTexts;
import io.conductatlas.documents.diff.WordDiff;
import io.conductatlas.documents.diff.WordSpan;
import io.conductatlas.documents.words.SentenceIndex;
import io.conductatlas.documents.words.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds text that left one document of a platform and appeared in another. Almost all that a plain comparison reports are faults of
 * capturing: two pages swapped, a menu that came and went. So a find must be a passage, not a line; new where it appears; gone where it
 * was; no text that three documents share; and neither document may have collapsed, recovered or taken the other's place.
 */
public final class RelocationFinder {
    private static final double LEAST_RESEMBLANCE = 0.6;
    private static final double UNCHANGED = 0.95;
    private static final int LEAST_WORDS = 60;
    private static final int PARAGRAPH_WORDS = 25;
    private static final int LEAST_PART_WORDS = 15;
    private static final int LEAST_SENTENCE_WORDS = 6;
    private static final int PROSE_WITHOUT_STOP = 9;
    private static final int LONGEST_GAP = 2;
    private static final double COLLAPSE = 0.4;
    private static final double RECOVERY = 2.5;
    private static final double SWAPPED = 0.5;

    /** A new sentence must be so much closer to what left the other document than to anything in its own. */
    private static final double LEAST_MARGIN = 0.05;

    private final Duration window;

    /** @param window how far apart, either way, the loss and the appearance may be; two weeks are usual */
    public RelocationFinder(Duration window) {
        if (window.isNegative()) {
            throw new IllegalArgumentException("a window is not negative");
        }
        this.window = window;
    }

    /**
     * What was relocated.
     *
     * @param changes of one platform's documents, in any order; a document may occur more than once
     * @param siblings what three or more documents of the platform share at present
     * @return in the order of the changes and of the old text
     */
    public List<Relocation> find(List<ChangedDocument> changes, SiblingTexts siblings) {
        List<Changed> usable = changes.stream()
                .filter(RelocationFinder::isWhole)
                .map(change -> new Changed(change, siblings))
                .toList();
        List<Relocation> found = new ArrayList<>();
        for (Changed source : usable) {
            List<Changed> targets = usable.stream()
                    .filter(target -> isPair(source.change, target.change))
                    .filter(target -> !source.isSwappedWith(target))
                    .toList();
            if (!targets.isEmpty()) {
                found.addAll(passages(source, targets));
            }
        }
        return found;
    }

    /** A text that fell to a fraction or grew from one was not captured whole, then or now. */
    private static boolean isWhole(ChangedDocument change) {
        int before = change.before().words();
        int after = change.after().words();
        return before > 0 && after >= before * COLLAPSE && after <= before * RECOVERY;
    }

    private boolean isPair(ChangedDocument source, ChangedDocument target) {
        return !source.document().equals(target.document())
                && Duration.between(source.at(), target.at()).abs().compareTo(window) <= 0;
    }

    private static List<Relocation> passages(Changed source, List<Changed> targets) {
        List<Relocation> found = new ArrayList<>();
        List<Sentence> sentences = source.change.before().sentences();
        Passage passage = new Passage(source);
        int gap = 0;
        for (int i = 0; i < sentences.size(); i++) {
            SentenceKind kind = sentences.get(i).kind();
            if (kind == SentenceKind.HEADING || kind == SentenceKind.LINK_LIST) {
                continue;
            }
            Place place = source.isGone(i) ? placeOf(source, i, targets, passage.last()) : null;
            if (place != null) {
                passage.add(i, place);
                gap = 0;
            } else if (!passage.isEmpty() && (!source.isGone(i) || ++gap > LONGEST_GAP)) {
                passage.finish(found);
                passage = new Passage(source);
                gap = 0;
            } else if (!passage.isEmpty()) {
                passage.lose(i);
            }
        }
        passage.finish(found);
        return found;
    }

    /** Where a sentence is now. */
    private record Place(Changed target, int sentence, double resemblance) {}

    private static @Nullable Place placeOf(Changed source, int sentence, List<Changed> targets, @Nullable Place last) {
        Place best = null;
        double remains = source.remains(sentence);
        for (Changed target : targets) {
            for (SentenceIndex.Match match : target.after.matches(source.before.words(sentence), LEAST_RESEMBLANCE)) {
                double elsewhere = Math.max(remains, target.stood(match.sentence()));
                if (!target.isFresh(match.sentence()) || match.resemblance() < elsewhere + LEAST_MARGIN) {
                    continue;
                }
                Place place = new Place(target, match.sentence(), match.resemblance());
                if (best == null || isBetter(place, best, last)) {
                    best = place;
                }
            }
        }
        return best;
    }

    /** More alike; of equal ones that which goes on where the sentence before it went. */
    private static boolean isBetter(Place place, Place best, @Nullable Place last) {
        if (place.resemblance() != best.resemblance()) {
            return place.resemblance() > best.resemblance();
        }
        return last != null
                && place.target() == last.target()
                && (best.target() != last.target()
                        || Math.abs(place.sentence() - last.sentence() - 1)
                                < Math.abs(best.sentence() - last.sentence() - 1));
    }

    /** A change with what is needed to ask about it. */
    private static final class Changed {
        private final ChangedDocument change;
        private final SentenceIndex before;
        private final SentenceIndex after;
        private final Set<String> oldSentences;
        private final Set<String> newSentences;
        private final SiblingTexts siblings;

        Changed(ChangedDocument change, SiblingTexts siblings) {
            this.change = change;
            this.siblings = siblings;
            this.before = new SentenceIndex(change.before());
            this.after = new SentenceIndex(change.after());
            this.oldSentences = sentences(change.before());
            this.newSentences = sentences(change.after());
        }

        private static Set<String> sentences(AgreementText text) {
            Set<String> sentences = new HashSet<>();
            for (int i = 0; i < text.sentences().size(); i++) {
                sentences.add(text.sentence(i));
            }
            return sentences;
        }

        /** Whether each shows, for the most part, what the other showed: the captures were taken for one another. */
        boolean isSwappedWith(Changed other) {
            return share(newSentences, other.oldSentences) >= SWAPPED
                    || share(other.newSentences, oldSentences) >= SWAPPED;
        }

        private static double share(Set<String> sentences, Set<String> of) {
            return sentences.isEmpty()
                    ? 0
                    : (double) sentences.stream().filter(of::contains).count() / sentences.size();
        }

        boolean isGone(int sentence) {
            return isClause(change.before(), sentence)
                    && !newSentences.contains(change.before().sentence(sentence));
        }

        /** How much of an old sentence its document still says somewhere. */
        double remains(int sentence) {
            SentenceIndex.Match match = after.nearest(before.words(sentence), LEAST_RESEMBLANCE);
            return match == null ? 0 : match.resemblance();
        }

        /** How much of a new sentence its document said before. */
        double stood(int sentence) {
            SentenceIndex.Match match = before.nearest(after.words(sentence), LEAST_RESEMBLANCE);
            return match == null ? 0 : match.resemblance();
        }

        boolean isFresh(int sentence) {
            return isClause(change.after(), sentence)
                    && !oldSentences.contains(change.after().sentence(sentence));
        }

        /** A sentence of the agreement, not an entry of a menu and not what stands on every page. */
        private boolean isClause(AgreementText text, int index) {
            Sentence sentence = text.sentences().get(index);
            if (sentence.kind() == SentenceKind.HEADING || sentence.kind() == SentenceKind.LINK_LIST) {
                return false;
            }
            String words = sentence.in(text.text());
            int count = Wording.words(words);
            boolean stopped = ".!?;:。".indexOf(words.charAt(words.length() - 1)) >= 0;
            return count >= LEAST_SENTENCE_WORDS && (stopped || count >= PROSE_WITHOUT_STOP) && !siblings.share(words);
        }
    }

    /** A run of sentences that left a document, as it is gathered. */
    private static final class Passage {
        private final Changed source;
        private final List<Integer> sentences = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();
        private final List<Integer> lost = new ArrayList<>();

        Passage(Changed source) {
            this.source = source;
        }

        boolean isEmpty() {
            return sentences.isEmpty();
        }

        @Nullable
        Place last() {
            return places.isEmpty() ? null : places.get(places.size() - 1);
        }

        void add(int sentence, Place place) {
            sentences.add(sentence);
            places.add(place);
        }

        void lose(int sentence) {
            lost.add(sentence);
        }

        void finish(List<Relocation> found) {
            dropStrays();
            if (sentences.isEmpty() || !isLongEnough()) {
                return;
            }
            int last = sentences.get(sentences.size() - 1);
            // a sentence after the last that was found belongs to the passage if it stood in the same paragraph
            lost.removeIf(index -> index < sentences.get(0) || index > last && paragraph(index) != paragraph(last));
            List<Integer> all = new ArrayList<>(sentences);
            all.addAll(lost);
            all.sort(Comparator.naturalOrder());
            double resemblance = Wording.resemblance(oldWords(all), newWords());
            if (resemblance < LEAST_RESEMBLANCE) {
                return;
            }
            AgreementText before = source.change.before();
            found.add(new Relocation(
                    source.change.document(),
                    before.sentences().get(all.get(0)).start(),
                    before.sentences().get(all.get(all.size() - 1)).end(),
                    parts(),
                    Math.round(resemblance * 1000) / 1000.0,
                    resemblance >= UNCHANGED ? Relocation.Kind.RELOCATED : Relocation.Kind.RELOCATED_AND_WEAKENED,
                    wordsLost(all)));
        }

        /** A single short sentence that resembles one elsewhere is chance. */
        private void dropStrays() {
            for (int i = 0; i < places.size(); i++) {
                int words = 0;
                for (int k = 0; k < places.size(); k++) {
                    words += places.get(k).target() == places.get(i).target()
                            ? source.before.words(sentences.get(k)).length
                            : 0;
                }
                if (words < LEAST_PART_WORDS) {
                    lost.add(sentences.remove(i));
                    places.remove(i--);
                }
            }
        }

        private boolean isLongEnough() {
            int words = 0;
            int paragraphs = 0;
            int inParagraph = 0;
            int paragraph = -1;
            for (int sentence : sentences) {
                int length = source.before.words(sentence).length;
                words += length;
                if (paragraph(sentence) != paragraph) {
                    paragraph = paragraph(sentence);
                    inParagraph = 0;
                }
                if (inParagraph < PARAGRAPH_WORDS && inParagraph + length >= PARAGRAPH_WORDS) {
                    paragraphs++;
                }
                inParagraph += length;
            }
            return words >= LEAST_WORDS || paragraphs >= 2;
        }

        /** Where the paragraph of a sentence begins. */
        private int paragraph(int sentence) {
            AgreementText before = source.change.before();
            return before.text()
                    .lastIndexOf('\n', before.sentences().get(sentence).start());
        }

        private int[] oldWords(List<Integer> all) {
            return sorted(all.stream().map(source.before::words).toList());
        }

        private int[] newWords() {
            List<int[]> words = new ArrayList<>();
            Place previous = null;
            for (Place place : places) {
                // two old sentences may have become one
                boolean same = previous != null
                        && previous.target() == place.target()
                        && previous.sentence() == place.sentence();
                if (!same) {
                    words.add(place.target().after.words(place.sentence()));
                }
                previous = place;
            }
            return sorted(words);
        }

        private static int[] sorted(List<int[]> words) {
            return words.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        }

        private List<Relocation.Part> parts() {
            List<Relocation.Part> parts = new ArrayList<>();
            Place previous = null;
            for (Place place : places) {
                Sentence sentence = place.target().change.after().sentences().get(place.sentence());
                String document = place.target().change.document();
                boolean goesOn = previous != null
                        && previous.target() == place.target()
                        && place.sentence() - previous.sentence() >= 0
                        && place.sentence() - previous.sentence() <= 1 + LONGEST_GAP;
                if (goesOn) {
                    Relocation.Part last = parts.remove(parts.size() - 1);
                    parts.add(new Relocation.Part(document, last.start(), Math.max(last.end(), sentence.end())));
                } else {
                    parts.add(new Relocation.Part(document, sentence.start(), sentence.end()));
                }
                previous = place;
            }
            return parts;
        }

        private List<String> wordsLost(List<Integer> all) {
            List<String> words = new ArrayList<>();
            for (int sentence : all) {
                String old = source.change.before().sentence(sentence);
                int at = sentences.indexOf(sentence);
                if (at < 0) {
                    words.add(old);
                    continue;
                }
                Place place = places.get(at);
                for (WordSpan span :
                        WordDiff.between(old, place.target().change.after().sentence(place.sentence()))) {
                    if (span.op() == WordSpan.Op.DELETE && Wording.words(span.text()) > 0) {
                        words.add(span.text().strip());
                    }
                }
            }
            return words;
        }
    }
}
