package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the words that changed bear out that a provision of some type changed, and whether they state it so plainly that a title or
 * summary may name the type. A sentence that is known for one thing may have changed in another; of such a change only the words are told.
 */
final class Bearing {
    /** From which share on a sentence is new, and not one that was edited. */
    private static final double WHOLE = 0.9;
    /** From which share on a statement was made, or taken back, by the words that changed. */
    private static final double MOST = 0.5;

    private static final Pattern NO_DENIAL = Pattern.compile(
            "\\b(?:if|when|where|unless|should) (?:you|users?|people|customers?|they) (?:\\w+ )?(?:(?:do|does|did|would|prefer) ?not|don['\u2019]t|rather not)\\b"
                    + "|\\bdo not (?:sell|share)\\b.{0,12}\\bmy\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIES = Pattern.compile(
            "\\b(?:we|[A-Z]\\w+) (?:do|does|will|shall|may|can) ?(?:not|never)\\b(?:(?!\\b(?:but|however|unless|except)\\b)[^;.])*$");
    /** The name of a document, all words of it written large: “Monetization Terms”. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\p{Lu}[\\w'\u2019-]*(?: (?:and |of |for |& )?\\p{Lu}[\\w'\u2019-]*){0,4}? (?:Policy|Policies|Terms|Notice|Statement|Agreement|Guidelines|Rules|Standards|Act|Law|Code|Directive)\\b");

    private static final Set<String> OF_DOCUMENTS = Set.of("agreement", "oversight");
    /**
     * Of what is not done only these are named: their denials are made of the thing as a whole, where others are made of some of it
     * ("we do not keep what you stream") under a name that says all.
     */
    private static final Set<String> PLAIN_DENIALS =
            Set.of("sale-of-personal-data", "ai-training-on-content", "ai-training-on-personal-data");

    private static final Pattern OR = Pattern.compile("\\b(?:or|nor) $");
    /** So many letters before words a negation is looked for. */
    private static final int FAR = 400;

    /** So many letters apart words may stand and belong to one clause. */
    private static final int CLOSE = 160;
    /** So many letters apart words stand side by side: "may" before "share your data". */
    private static final int NEXT = 12;
    /** So many letters beside a statement are read with it. */
    private static final int BESIDE_IT = 20;

    private static final int AFTER_IT = 80;

    private final Catalogue catalogue;
    private final TellingWords telling;
    private final PlainStatements plain;
    private final WordingReader wordings;
    private final Subject subject;
    private final ChangedWords changed;
    private final SaidElsewhere elsewhere;

    Bearing(
            Catalogue catalogue,
            TellingWords telling,
            PlainStatements plain,
            WordingReader wordings,
            Subject subject,
            ChangedWords changed) {
        this.catalogue = catalogue;
        this.telling = telling;
        this.plain = plain;
        this.wordings = wordings;
        this.subject = subject;
        this.changed = changed;
        this.elsewhere = new SaidElsewhere(subject);
    }

    /** Whether it is a change of this provision at all. */
    boolean bears(AssessedProvision provision) {
        return provision.effect() == Effect.RELOCATED || onASide(provision, this::shown);
    }

    /**
     * On which sides of a change what a provision's type is about was stated, or its statement turned, by the words that came or went; of
     * a relocated one, where it is stated at all. A title or summary may name the type only where there is such a side.
     */
    Set<Basis.Side> statedOn(AssessedProvision provision) {
        Set<Basis.Side> sides = EnumSet.noneOf(Basis.Side.class);
        for (Basis.Side side : Basis.Side.values()) {
            if (provision.effect() == Effect.RELOCATED) {
                if (stated(provision, side)) {
                    sides.add(side);
                }
            } else if (turnedBeside(provision, side)) {
                sides.addAll(EnumSet.allOf(Basis.Side.class));
            } else if (statedByWhatChanged(provision, side)) {
                sides.add(side);
            }
        }
        return switch (provision.effect()) {
            case INTRODUCED -> cameOrWent(provision, Basis.Side.AFTER, sides);
            case REMOVED -> cameOrWent(provision, Basis.Side.BEFORE, sides);
            case STRENGTHENED, WEAKENED, REWORDED, RELOCATED -> sides;
        };
    }

    /** A clause that came or went is stated on its side alone; one whose sentence was only put otherwise says as much as before. */
    private Set<Basis.Side> cameOrWent(AssessedProvision provision, Basis.Side side, Set<Basis.Side> sides) {
        if (!sides.contains(side)) {
            return EnumSet.noneOf(Basis.Side.class);
        }
        // what was denied and is not any more was not put otherwise
        boolean putOtherwise = provision.polarity() != Polarity.DENIED
                && changed.share(side, sentences(provision, side)) < MOST
                && provision.hunks().stream().map(subject.diff().hunks()::get).allMatch(Bearing::replaces);
        return putOtherwise ? EnumSet.allOf(Basis.Side.class) : EnumSet.of(side);
    }

    /** Whether an edit put words in the place of others, and did more than add or take some. */
    private static boolean replaces(Hunk hunk) {
        return hunk.kind() == HunkKind.EDITED
                && hunk.words().stream().anyMatch(span -> span.op() == WordSpan.Op.INSERT)
                && hunk.words().stream().anyMatch(span -> span.op() == WordSpan.Op.DELETE);
    }

    private interface Reading {
        boolean holds(AssessedProvision provision, Basis.Side side);
    }

    private static boolean onASide(AssessedProvision provision, Reading reading) {
        return switch (provision.effect()) {
            case INTRODUCED -> reading.holds(provision, Basis.Side.AFTER);
            case REMOVED -> reading.holds(provision, Basis.Side.BEFORE);
            case STRENGTHENED, WEAKENED, REWORDED, RELOCATED ->
                reading.holds(provision, Basis.Side.AFTER) || reading.holds(provision, Basis.Side.BEFORE);
        };
    }

    private static List<Quote> sentences(AssessedProvision provision, Basis.Side side) {
        return side == Basis.Side.BEFORE ? provision.before() : provision.after();
    }

    private boolean shown(AssessedProvision provision, Basis.Side side) {
        boolean introduced = false;
        for (Quote sentence : sentences(provision, side)) {
            List<List<Quote>> places = telling.in(provision.type(), sentence).stream()
                    .filter(place -> meant(provision, sentence, place))
                    .toList();
            boolean itemOf = introduced && changed.share(side, List.of(sentence)) >= WHOLE;
            if (itemOf
                    || places.stream().flatMap(List::stream).anyMatch(word -> isNew(side, word))
                    || turnsOn(provision, side, places, CLOSE)) {
                return true;
            }
            introduced = sentence.text().endsWith(":") ? !places.isEmpty() : introduced;
        }
        return false;
    }

    private boolean stated(AssessedProvision provision, Basis.Side side) {
        return sentences(provision, side).stream()
                .anyMatch(sentence -> !statements(provision, sentence).isEmpty());
    }

    private List<List<Quote>> statements(AssessedProvision provision, Quote sentence) {
        if (provision.polarity() == Polarity.DENIED && !PLAIN_DENIALS.contains(provision.type())) {
            return List.of();
        }
        return plain
                .in(provision.type(), provision.polarity() == Polarity.DENIED, sentence, subject.platform())
                .stream()
                .filter(place -> meant(provision, sentence, place))
                .toList();
    }

    private boolean statedByWhatChanged(AssessedProvision provision, Basis.Side side) {
        boolean introduced = false;
        for (Quote sentence : sentences(provision, side)) {
            List<List<Quote>> places = statements(provision, sentence);
            boolean itemOf = introduced && changed.share(side, List.of(sentence)) >= WHOLE;
            if (itemOf && !elsewhere.holds(side, sentence)
                    || places.stream()
                            .anyMatch(place -> changed.share(side, List.of(span(side, place))) >= MOST
                                    && !elsewhere.holds(side, around(side, sentence, place)))) {
                return true;
            }
            introduced = sentence.text().endsWith(":") ? !places.isEmpty() : introduced;
        }
        return false;
    }

    /** Whether a small word beside a statement that stayed turns it, or makes it more or less firm. */
    private boolean turnedBeside(AssessedProvision provision, Basis.Side side) {
        return sentences(provision, side).stream()
                .anyMatch(sentence -> turnsOn(provision, side, statements(provision, sentence), NEXT));
    }

    /** A statement with the words beside it; of a sentence that came or went whole with more of those after it, which say of what. */
    private Quote around(Basis.Side side, Quote sentence, List<Quote> place) {
        String text = sentence.text();
        int after = changed.share(side, List.of(sentence)) >= WHOLE ? AFTER_IT : BESIDE_IT;
        int from = Math.max(0, place.get(0).start() - sentence.start() - BESIDE_IT);
        int to = Math.min(text.length(), place.get(place.size() - 1).end() - sentence.start() + after);
        return new Quote(sentence.start() + from, sentence.start() + to, text.substring(from, to));
    }

    /** All from the first to the last word of a place. */
    private Quote span(Basis.Side side, List<Quote> place) {
        return Quote.of(
                (side == Basis.Side.BEFORE ? subject.before() : subject.after()).text(),
                place.get(0).start(),
                place.get(place.size() - 1).end());
    }

    /**
     * Whether words of a sentence mean what the provision says. What the reader does not wish, or a link is called, is no denial by the
     * service; the name of another document does nothing of what it names; and what "or" joins to things that are not done is not done either.
     */
    private boolean meant(AssessedProvision provision, Quote sentence, List<Quote> place) {
        int at = place.get(0).start() - sentence.start();
        String before = sentence.text().substring(Math.max(0, at - FAR), at);
        boolean speaksOfDocuments =
                OF_DOCUMENTS.contains(catalogue.type(provision.type()).group());
        if (!speaksOfDocuments
                && DOCUMENT.matcher(sentence.text())
                        .region(at, sentence.text().length())
                        .lookingAt()) {
            return false;
        }
        return provision.polarity() == Polarity.DENIED
                ? !NO_DENIAL.matcher(sentence.text()).find()
                : !(OR.matcher(before).find() && DENIES.matcher(before).find());
    }

    /** Whether a word itself is among those that came, or went. */
    private boolean isNew(Basis.Side side, Quote word) {
        return changed.runs(side, word).stream()
                .anyMatch(run -> run.start() < run.end() && run.start() < word.end() && word.start() < run.end());
    }

    /**
     * Whether a sentence says more, less or the opposite by a small word that came or went close to those that tell its subject.
     *
     * @param apart how far off, in letters, such a word may stand
     */
    private boolean turnsOn(AssessedProvision provision, Basis.Side side, List<List<Quote>> places, int apart) {
        return turning(provision, side)
                        .anyMatch(words -> places.stream().anyMatch(place -> close(side, words, place, apart)))
                || firmness(provision, side)
                        .anyMatch(words -> places.stream().anyMatch(place -> close(side, words, place, apart)));
    }

    /** The stretches that can turn what a sentence says: runs of an edit that gained or lost a negation, and factors. */
    private Stream<Stretch> turning(AssessedProvision provision, Basis.Side side) {
        Stream<Stretch> negations = changed.runs(side, provision.hunks()).stream()
                .filter(run -> turns(subject.diff().hunks().get(run.hunk())))
                .map(run -> new Stretch(run.start(), run.end()));
        if (!reachesElsewhere(provision)) {
            return negations;
        }
        List<NamedFactor> factors = side == Basis.Side.AFTER ? provision.factorsGained() : provision.factorsLost();
        return Stream.concat(
                negations,
                factors.stream().map(NamedFactor::words).map(words -> new Stretch(words.start(), words.end())));
    }

    /** The weak and strong words by which a sentence became more or less firm. */
    private Stream<Stretch> firmness(AssessedProvision provision, Basis.Side side) {
        if (!reachesElsewhere(provision)) {
            return Stream.empty();
        }
        boolean after = side == Basis.Side.AFTER;
        List<String> slugs = after ? provision.wordingsGained() : provision.wordingsLost();
        return provision.hunks().stream()
                .map(subject.diff().hunks()::get)
                .flatMap(hunk -> wordings
                        .read(hunk, subject.before().text(), subject.after().text())
                        .stream())
                .filter(one ->
                        one.gained() == after && slugs.contains(one.wording().slug()))
                .map(one -> new Stretch(one.words().start(), one.words().end()));
    }

    private static boolean reachesElsewhere(AssessedProvision provision) {
        return provision.effect() == Effect.STRENGTHENED || provision.effect() == Effect.WEAKENED;
    }

    private record Stretch(int start, int end) {}

    /** Whether words stand in one clause with those that tell the subject: a long list may forbid one thing here and another there. */
    private boolean close(Basis.Side side, Stretch words, List<Quote> place, int apart) {
        int start = place.get(0).start();
        int end = place.get(place.size() - 1).end();
        int from = Math.min(words.end(), end);
        int to = Math.max(words.start(), start);
        String text = (side == Basis.Side.BEFORE ? subject.before() : subject.after()).text();
        return from >= to || to - from <= apart && text.substring(from, to).indexOf(';') < 0;
    }

    private static boolean turns(Hunk hunk) {
        return WordingReader.negationsLost(hunk) != 0;
    }
}
