package io.conductatlas.documents.diff;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.WordSpan.Op;
import io.conductatlas.documents.words.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what lies between two texts: equal sentences are paired, those that only went elsewhere are moved, those that resemble one
 * another are edited, the rest went or came. The same two texts always give the same answer.
 */
public final class DocumentDiffer {
    private static final int SHORTEST_MOVE_WORDS = 4;
    private static final double LEAST_GAIN = 0.03;

    private final ChangeJudge judge = new ChangeJudge();

    public Diff diff(AgreementText before, AgreementText after) {
        return diff(before, after, SiblingTexts.NONE);
    }

    /**
     * The same with what is known of the platform's other documents: sentences that three or more of them share are what stands around
     * their agreements, not a part of this one.
     */
    public Diff diff(AgreementText before, AgreementText after, SiblingTexts siblings) {
        if (before.markdown().equals(after.markdown())) {
            return new Diff(List.of(), new DiffCounts(0, 0, 0, 0, 0, 0), ChangeClass.WHITE_SPACE, 0, false);
        }
        List<Hunk> hunks = new Comparison(before, after, judge, siblings).hunks();
        return judge.judge(before, after, hunks, counts(hunks));
    }

    private static DiffCounts counts(List<Hunk> hunks) {
        Map<HunkKind, Integer> kinds = new EnumMap<>(HunkKind.class);
        int added = 0;
        int removed = 0;
        for (Hunk hunk : hunks) {
            kinds.merge(hunk.kind(), 1, Integer::sum);
            if (hunk.kind() == HunkKind.MOVED) {
                continue;
            }
            for (WordSpan span : hunk.words()) {
                if (span.op() == Op.INSERT) {
                    added += Wording.words(span.text());
                } else if (span.op() == Op.DELETE) {
                    removed += Wording.words(span.text());
                }
            }
        }
        return new DiffCounts(
                kinds.getOrDefault(HunkKind.INSERTED, 0),
                kinds.getOrDefault(HunkKind.DELETED, 0),
                kinds.getOrDefault(HunkKind.EDITED, 0),
                kinds.getOrDefault(HunkKind.MOVED, 0),
                added,
                removed);
    }

    /** One comparison of two texts. */
    private static final class Comparison {
        private static final int NONE = -1;
        private static final int MOVED = -2;

        private final AgreementText before;
        private final AgreementText after;
        private final ChangeJudge judge;
        private final SiblingTexts siblings;
        private final List<Hunk> hunks = new ArrayList<>();
        /** For each old sentence its partner, {@link #NONE} or {@link #MOVED}; and the other way. */
        private final int[] toAfter;

        private final int[] toBefore;
        private final int[] movedTo;
        private final boolean[] listedBefore;
        private final boolean[] listedAfter;

        Comparison(AgreementText before, AgreementText after, ChangeJudge judge, SiblingTexts siblings) {
            this.before = before;
            this.after = after;
            this.judge = judge;
            this.siblings = siblings;
            Map<String, Integer> ids = new HashMap<>();
            int[] a = ids(before, ids);
            int[] b = ids(after, ids);
            this.toAfter = Alignment.of(a, b, ids.size());
            this.toBefore = new int[b.length];
            Arrays.fill(toBefore, NONE);
            for (int i = 0; i < toAfter.length; i++) {
                if (toAfter[i] >= 0) {
                    toBefore[toAfter[i]] = i;
                }
            }
            this.movedTo = new int[a.length];
            this.listedBefore = listed(before);
            this.listedAfter = listed(after);
            findMoves(a, b);
        }

        private static int[] ids(AgreementText agreement, Map<String, Integer> ids) {
            int[] result = new int[agreement.sentences().size()];
            for (int i = 0; i < result.length; i++) {
                String sentence = agreement.sentence(i);
                Integer known = ids.get(sentence);
                if (known == null) {
                    known = ids.size();
                    ids.put(sentence, known);
                }
                result[i] = known;
            }
            return result;
        }

        private void findMoves(int[] a, int[] b) {
            Map<Integer, Deque<Integer>> free = new HashMap<>();
            for (int j = 0; j < b.length; j++) {
                if (toBefore[j] == NONE) {
                    free.computeIfAbsent(b[j], id -> new ArrayDeque<>()).add(j);
                }
            }
            for (int i = 0; i < a.length; i++) {
                if (toAfter[i] != NONE) {
                    continue;
                }
                Deque<Integer> places = free.get(a[i]);
                if (places != null && !places.isEmpty() && mayMove(i)) {
                    int j = places.remove();
                    toAfter[i] = MOVED;
                    toBefore[j] = MOVED;
                    movedTo[i] = j;
                }
            }
        }

        /** A few words of prose are anywhere by chance; a heading is what it is. */
        private boolean mayMove(int i) {
            return before.sentences().get(i).kind() == SentenceKind.HEADING
                    || Wording.words(before.sentence(i)) >= SHORTEST_MOVE_WORDS;
        }

        List<Hunk> hunks() {
            int i = 0;
            int j = 0;
            while (i < toAfter.length || j < toBefore.length) {
                if (i < toAfter.length && toAfter[i] >= 0 && j < toBefore.length && toBefore[j] >= 0) {
                    i++;
                    j++;
                    continue;
                }
                int endI = i;
                while (endI < toAfter.length && toAfter[endI] < 0) {
                    endI++;
                }
                int endJ = j;
                while (endJ < toBefore.length && toBefore[endJ] < 0) {
                    endJ++;
                }
                region(i, endI, j, endJ);
                i = endI;
                j = endJ;
            }
            moves();
            hunks.sort(Comparator.comparingInt(Hunk::afterStart)
                    .thenComparingInt(Hunk::beforeStart)
                    .thenComparing(Hunk::kind));
            return hunks;
        }

        private void moves() {
            int i = 0;
            while (i < toAfter.length) {
                if (toAfter[i] != MOVED) {
                    i++;
                    continue;
                }
                int end = i + 1;
                while (end < toAfter.length
                        && toAfter[end] == MOVED
                        && movedTo[end] == movedTo[end - 1] + 1
                        && sameSection(before, end - 1, end)
                        && sameSection(after, movedTo[end - 1], movedTo[end])) {
                    end++;
                }
                hunks.add(hunk(HunkKind.MOVED, i, end, movedTo[i], movedTo[end - 1] + 1));
                i = end;
            }
        }

        /** Sentences between two pairs of equal ones: who resembles whom is edited, the rest went or came. */
        private void region(int fromI, int toI, int fromJ, int toJ) {
            List<Integer> old = unpaired(toAfter, fromI, toI);
            List<Integer> fresh = unpaired(toBefore, fromJ, toJ);
            int[] pairs = Resemblance.pair(sentences(before, old), sentences(after, fresh));
            int nextFresh = 0;
            int atI = fromI;
            int atJ = fromJ;
            List<Integer> wentOld = new ArrayList<>();
            List<Integer> cameFresh = new ArrayList<>();
            int k = 0;
            while (k < old.size()) {
                if (pairs[k] < 0) {
                    wentOld.add(old.get(k));
                    k++;
                    continue;
                }
                while (nextFresh < pairs[k]) {
                    cameFresh.add(fresh.get(nextFresh++));
                }
                int end = k + 1;
                while (end < old.size()
                        && pairs[end] == pairs[end - 1] + 1
                        && old.get(end) == old.get(end - 1) + 1
                        && fresh.get(pairs[end]) == fresh.get(pairs[end - 1]) + 1
                        && sameLine(before, old.get(end - 1), old.get(end))
                        && sameLine(after, fresh.get(pairs[end - 1]), fresh.get(pairs[end]))) {
                    end++;
                }
                Place place =
                        new Place(old.get(k), old.get(end - 1) + 1, fresh.get(pairs[k]), fresh.get(pairs[end - 1]) + 1);
                place = withTheLastOf(wentOld, cameFresh, place);
                emit(wentOld, cameFresh, atI, atJ);
                nextFresh = pairs[end - 1] + 1;
                int limit = nextPair(pairs, end, fresh.size());
                while (nextFresh < limit && fresh.get(nextFresh) == place.freshTo()) {
                    Place longer = place.withFresh(place.freshFrom(), place.freshTo() + 1);
                    if (!isBetter(longer, place)) {
                        break;
                    }
                    place = longer;
                    nextFresh++;
                }
                while (end < old.size() && pairs[end] < 0 && old.get(end) == place.oldTo()) {
                    Place longer = place.withOld(place.oldFrom(), place.oldTo() + 1);
                    if (!isBetter(longer, place)) {
                        break;
                    }
                    place = longer;
                    end++;
                }
                Hunk edited = hunk(HunkKind.EDITED, place.oldFrom(), place.oldTo(), place.freshFrom(), place.freshTo());
                // one sentence that was counted as two reads the same: there is nothing to show
                if (!edited.before().equals(edited.after())) {
                    hunks.add(edited);
                }
                atI = place.oldTo();
                atJ = place.freshTo();
                k = end;
            }
            while (nextFresh < fresh.size()) {
                cameFresh.add(fresh.get(nextFresh++));
            }
            emit(wentOld, cameFresh, atI, atJ);
        }

        /** Old sentences and the new ones they became. */
        private record Place(int oldFrom, int oldTo, int freshFrom, int freshTo) {
            Place withOld(int from, int to) {
                return new Place(from, to, freshFrom, freshTo);
            }

            Place withFresh(int from, int to) {
                return new Place(oldFrom, oldTo, from, to);
            }
        }

        /** One sentence cut in two, or two made one, is one place: takes what stood before a pair into it. */
        private Place withTheLastOf(List<Integer> went, List<Integer> came, Place pair) {
            Place place = pair;
            while (!came.isEmpty() && came.get(came.size() - 1) == place.freshFrom() - 1) {
                Place longer = place.withFresh(place.freshFrom() - 1, place.freshTo());
                if (!isBetter(longer, place)) {
                    break;
                }
                place = longer;
                came.remove(came.size() - 1);
            }
            while (!went.isEmpty() && went.get(went.size() - 1) == place.oldFrom() - 1) {
                Place longer = place.withOld(place.oldFrom() - 1, place.oldTo());
                if (!isBetter(longer, place)) {
                    break;
                }
                place = longer;
                went.remove(went.size() - 1);
            }
            return place;
        }

        private boolean isBetter(Place longer, Place place) {
            return resemblance(longer) > resemblance(place) + LEAST_GAIN;
        }

        private double resemblance(Place place) {
            return Wording.resemblance(
                    sorted(before, place.oldFrom(), place.oldTo()), sorted(after, place.freshFrom(), place.freshTo()));
        }

        private static int[] sorted(AgreementText agreement, int from, int to) {
            List<Sentence> sentences = agreement.sentences();
            int[] hashes = Wording.hashes(agreement
                    .text()
                    .substring(
                            sentences.get(from).start(), sentences.get(to - 1).end()));
            Arrays.sort(hashes);
            return hashes;
        }

        private static int nextPair(int[] pairs, int from, int none) {
            for (int k = from; k < pairs.length; k++) {
                if (pairs[k] >= 0) {
                    return pairs[k];
                }
            }
            return none;
        }

        private static List<Integer> unpaired(int[] partner, int from, int to) {
            List<Integer> indexes = new ArrayList<>();
            for (int i = from; i < to; i++) {
                if (partner[i] == NONE) {
                    indexes.add(i);
                }
            }
            return indexes;
        }

        private static List<String> sentences(AgreementText agreement, List<Integer> indexes) {
            return indexes.stream().map(agreement::sentence).toList();
        }

        private void emit(List<Integer> went, List<Integer> came, int atI, int atJ) {
            for (int[] run : runs(before, went)) {
                hunks.add(deleted(run[0], run[1], atJ, came));
            }
            for (int[] run : runs(after, came)) {
                hunks.add(inserted(run[0], run[1], atI, went));
            }
            went.clear();
            came.clear();
        }

        /** Neighbours in one section are one place. */
        private static List<int[]> runs(AgreementText agreement, List<Integer> indexes) {
            List<int[]> runs = new ArrayList<>();
            for (int index : indexes) {
                int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
                if (last != null && last[1] == index && sameSection(agreement, index - 1, index)) {
                    last[1] = index + 1;
                } else {
                    runs.add(new int[] {index, index + 1});
                }
            }
            return runs;
        }

        private Hunk deleted(int from, int to, int atJ, List<Integer> came) {
            int next = came.isEmpty() ? atJ : came.get(0);
            return hunk(HunkKind.DELETED, from, to, next, next);
        }

        private Hunk inserted(int from, int to, int atI, List<Integer> went) {
            int next = went.isEmpty() ? atI : went.get(went.size() - 1) + 1;
            return hunk(HunkKind.INSERTED, next, next, from, to);
        }

        private Hunk hunk(HunkKind kind, int fromI, int toI, int fromJ, int toJ) {
            int beforeStart = start(before, fromI);
            int beforeEnd = toI > fromI ? before.sentences().get(toI - 1).end() : beforeStart;
            int afterStart = start(after, fromJ);
            int afterEnd = toJ > fromJ ? after.sentences().get(toJ - 1).end() : afterStart;
            String old = before.text().substring(beforeStart, beforeEnd);
            String fresh = after.text().substring(afterStart, afterEnd);
            List<WordSpan> words = switch (kind) {
                case INSERTED -> List.of(new WordSpan(Op.INSERT, fresh));
                case DELETED -> List.of(new WordSpan(Op.DELETE, old));
                case MOVED -> old.equals(fresh) ? List.of(new WordSpan(Op.EQUAL, old)) : WordDiff.between(old, fresh);
                case EDITED -> WordDiff.between(old, fresh);
            };
            return new Hunk(
                    kind,
                    classOf(kind, old, fresh, words, new Place(fromI, toI, fromJ, toJ)),
                    beforeStart,
                    beforeEnd,
                    afterStart,
                    afterEnd,
                    old,
                    fresh,
                    section(before, fromI),
                    section(after, fromJ),
                    words);
        }

        private ChangeClass classOf(HunkKind kind, String old, String fresh, List<WordSpan> words, Place place) {
            ChangeClass plain = judge.classOf(kind, old, fresh, words);
            if (plain != ChangeClass.SUBSTANTIVE) {
                return plain;
            }
            boolean oldAround = isAroundTheAgreement(before, listedBefore, place.oldFrom(), place.oldTo());
            boolean freshAround = isAroundTheAgreement(after, listedAfter, place.freshFrom(), place.freshTo());
            return oldAround && freshAround ? ChangeClass.BOILERPLATE : plain;
        }

        /** Menus, with the headings over them, and what the platform's other documents show as well; true where there is nothing. */
        private boolean isAroundTheAgreement(AgreementText agreement, boolean[] listed, int from, int to) {
            boolean around = from == to;
            for (int i = from; i < to; i++) {
                Sentence sentence = agreement.sentences().get(i);
                boolean menu = sentence.kind() == SentenceKind.LINK_LIST && !listed[i];
                if (menu || siblings.share(agreement.sentence(i))) {
                    around = true;
                } else if (sentence.kind() != SentenceKind.HEADING) {
                    return false;
                }
            }
            return around;
        }

        /** For each sentence whether it would stand in a list that a sentence of the agreement opens with a colon. */
        private static boolean[] listed(AgreementText agreement) {
            boolean[] listed = new boolean[agreement.sentences().size()];
            boolean opened = false;
            for (int i = 0; i < listed.length; i++) {
                listed[i] = opened;
                Sentence sentence = agreement.sentences().get(i);
                if (sentence.kind() == SentenceKind.PROSE) {
                    opened = sentence.end() > sentence.start()
                            && agreement.text().charAt(sentence.end() - 1) == ':';
                } else if (sentence.kind() == SentenceKind.HEADING) {
                    opened = false;
                }
            }
            return listed;
        }

        private static int start(AgreementText agreement, int sentence) {
            List<Sentence> sentences = agreement.sentences();
            if (sentence < sentences.size()) {
                return sentences.get(sentence).start();
            }
            return sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).end();
        }

        private static String section(AgreementText agreement, int sentence) {
            List<Sentence> sentences = agreement.sentences();
            if (sentences.isEmpty()) {
                return "";
            }
            int section =
                    sentences.get(Math.min(sentence, sentences.size() - 1)).section();
            List<Section> sections = agreement.sections();
            return section < sections.size() ? sections.get(section).path() : "";
        }

        private static boolean sameSection(AgreementText agreement, int one, int other) {
            return agreement.sentences().get(one).section()
                    == agreement.sentences().get(other).section();
        }

        /** Whether nothing but a space lies between two sentences: they are parts of one paragraph. */
        private static boolean sameLine(AgreementText agreement, int one, int other) {
            int end = agreement.sentences().get(one).end();
            int start = agreement.sentences().get(other).start();
            return start >= end && agreement.text().substring(end, start).indexOf('\n') < 0;
        }
    }
}
