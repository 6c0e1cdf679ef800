package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a change does to each provision of a document.
 *
 * <p>Only words that changed count: a provision came if the words it is known by came, and reaches further if what makes
 * it reach further came. A clause that reads otherwise only because another sentence beside it changed is not told.
 */
final class ProvisionComparison {
    /** A clause most of whose words are new is new, wherever the words are by which it is known. */
    private static final double MOSTLY = 0.4;

    private static final Set<String> ABOUT_DATA =
            Set.of("data-collected", "data-use", "data-shared", "tracking", "rights", "safeguards");
    private static final Pattern RULES_FOR_USERS = Pattern.compile(
            "guideline|community|content|moneti[sz]ation|standards|rules|copyright|conduct|acceptable use",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_DATA =
            Pattern.compile("privacy|data|cookie|tracker|terms|agreement|law enforcement", Pattern.CASE_INSENSITIVE);

    private final Catalogue catalogue;
    private final Titles titles;
    private final WordingReader wordings;
    private final TellingWords telling;
    private final PlainStatements plain;

    ProvisionComparison(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.titles = new Titles(catalogue);
        this.wordings = new WordingReader(catalogue);
        this.telling = TellingWords.bundled(catalogue);
        this.plain = PlainStatements.bundled(catalogue);
    }

    /** What the changed words of a change bear out. */
    private Bearing bearing(Subject subject, ChangedWords changed) {
        return new Bearing(catalogue, telling, plain, wordings, subject, changed);
    }

    /** What the sentences of a change are about, where they state it plainly. */
    PassageTopics passages(Subject subject) {
        Set<String> sure = sure(subject);
        return new PassageTopics(
                catalogue,
                plain,
                subject,
                plausible(subject.document(), subject.provisionsBefore(), sure),
                plausible(subject.document(), subject.provisionsAfter(), sure));
    }

    /** Those of the compared provisions that a title or summary may name, and on which sides of the change they are stated. */
    List<NamedChange> nameable(List<AssessedProvision> compared, Subject subject, ChangedWords changed) {
        Bearing bearing = bearing(subject, changed);
        TurnedAnswers answers = new TurnedAnswers(subject);
        return compared.stream()
                .filter(provision -> !isDoneAllTheSame(provision, subject))
                .map(provision -> new NamedChange(
                        provision,
                        // a row that says "health data" and now "yes" states it as plainly as a sentence
                        answers.turnedIn(provision.after())
                                ? EnumSet.allOf(Basis.Side.class)
                                : bearing.statedOn(provision)))
                .filter(named -> !named.sides().isEmpty())
                .toList();
    }

    /** "Content of business customers is never used" beside "we use your content": a denial for some is none of the thing. */
    private static boolean isDoneAllTheSame(AssessedProvision provision, Subject subject) {
        return provision.polarity() == Polarity.DENIED
                && provision.effect() == Effect.INTRODUCED
                && subject.provisionsAfter().stream()
                        .map(TrackedProvision::provision)
                        .anyMatch(
                                other -> other.type().equals(provision.type()) && other.polarity() == Polarity.STATED);
    }

    List<AssessedProvision> compare(Subject subject, ChangedWords changed) {
        Set<String> sure = sure(subject);
        List<TrackedProvision> thenThere = plausible(subject.document(), subject.provisionsBefore(), sure);
        List<TrackedProvision> nowThere = plausible(subject.document(), subject.provisionsAfter(), sure);
        Map<String, TrackedProvision> before = byId(thenThere);
        Map<String, TrackedProvision> after = byId(nowThere);
        Bearing bearing = bearing(subject, changed);
        List<AssessedProvision> all = new ArrayList<>();
        List<DetectedProvision> came = new ArrayList<>();
        List<DetectedProvision> went = new ArrayList<>();
        for (TrackedProvision fresh : nowThere) {
            if (!before.containsKey(fresh.id())) {
                introduced(fresh, subject, changed).filter(bearing::bears).ifPresent(assessed -> {
                    all.add(assessed);
                    came.add(fresh.provision());
                });
            }
        }
        for (TrackedProvision old : thenThere) {
            if (!after.containsKey(old.id())) {
                removed(old, subject, changed).filter(bearing::bears).ifPresent(assessed -> {
                    all.add(assessed);
                    went.add(old.provision());
                });
            }
        }
        for (TrackedProvision fresh : nowThere) {
            TrackedProvision old = before.get(fresh.id());
            if (old != null) {
                continued(old, fresh, subject, changed, bearing, came, went).ifPresent(all::add);
            }
        }
        List<AssessedProvision> netted = new ArrayList<>(net(withoutEmptyLosses(all, nowThere)));
        Map<String, Integer> order = catalogue.order();
        netted.sort(Comparator.comparing(AssessedProvision::severity)
                .reversed()
                .thenComparing(p -> p.effect() == Effect.RELOCATED || p.effect() == Effect.REWORDED)
                .thenComparing(AssessedProvision::direction)
                .thenComparing(p -> order.getOrDefault(p.type(), 0))
                .thenComparing(AssessedProvision::id));
        return netted;
    }

    /**
     * The provisions that can be what they seem in this document. Rules for users speak of health, places or messages to say
     * what people may not post; there such words are no description of what the service does with data.
     */
    private List<TrackedProvision> plausible(String document, List<TrackedProvision> provisions, Set<String> sure) {
        boolean onConduct = RULES_FOR_USERS.matcher(document).find()
                && !OF_DATA.matcher(document).find();
        return provisions.stream()
                .filter(tracked -> sure.contains(tracked.id()))
                .filter(tracked -> !onConduct
                        || !ABOUT_DATA.contains(
                                catalogue.type(tracked.provision().type()).group()))
                .toList();
    }

    /** The ids of what more than weak signs speak for on either side; of the rest a change is told by its words alone. */
    private static Set<String> sure(Subject subject) {
        return Stream.concat(subject.provisionsBefore().stream(), subject.provisionsAfter().stream())
                .filter(tracked -> !tracked.provision().restsOnWeakSigns())
                .map(TrackedProvision::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, TrackedProvision> byId(List<TrackedProvision> provisions) {
        Map<String, TrackedProvision> byId = new LinkedHashMap<>();
        provisions.forEach(tracked -> byId.put(tracked.id(), tracked));
        return byId;
    }

    private Optional<AssessedProvision> introduced(TrackedProvision fresh, Subject subject, ChangedWords changed) {
        DetectedProvision provision = fresh.provision();
        List<Integer> hunks = changed.hunks(Basis.Side.AFTER, provision.quotes());
        if (hunks.isEmpty()
                || !rests(provision, Basis.Side.AFTER, changed)
                        && !turned(provision, hunks, subject.provisionsBefore(), Basis.Side.BEFORE, changed)) {
            return Optional.empty();
        }
        ProvisionType type = catalogue.type(provision.type());
        Optional<Relocated> from = subject.relocated(fresh.id());
        if (from.isPresent()) {
            return Optional.of(relocated(fresh, type, from.get(), List.of(), provision.quotes(), hunks));
        }
        boolean more = present(subject.provisionsBefore(), provision);
        Severity severity = more ? stepDown(provision.severity()) : provision.severity();
        return Optional.of(new AssessedProvision(
                fresh.id(),
                type.slug(),
                titles.of(type, provision.polarity()),
                provision.polarity(),
                Effect.INTRODUCED,
                severity,
                direction(type, provision.polarity(), provision.severity(), true),
                more && severity == Severity.LOW ? "" : label(type, provision.polarity(), true, more),
                List.of(),
                provision.quotes(),
                hunks,
                List.of(),
                List.of(),
                provision.factors(),
                List.of()));
    }

    private Optional<AssessedProvision> removed(TrackedProvision old, Subject subject, ChangedWords changed) {
        DetectedProvision provision = old.provision();
        List<Integer> hunks = changed.hunks(Basis.Side.BEFORE, provision.quotes());
        if (hunks.isEmpty()
                || !rests(provision, Basis.Side.BEFORE, changed)
                        && !turned(provision, hunks, subject.provisionsAfter(), Basis.Side.AFTER, changed)) {
            return Optional.empty();
        }
        ProvisionType type = catalogue.type(provision.type());
        Optional<Relocated> to = subject.relocated(old.id());
        if (to.isPresent()) {
            return Optional.of(relocated(old, type, to.get(), provision.quotes(), List.of(), hunks));
        }
        boolean someLeft = present(subject.provisionsAfter(), provision);
        Direction direction = direction(type, provision.polarity(), provision.severity(), false);
        Severity lost = provision.polarity() == Polarity.DENIED
                ? type.severity().atLeast(Severity.MEDIUM)
                : type.stance() == Stance.PROTECTIVE
                        ? provision.severity().atLeast(Severity.MEDIUM)
                        : provision.severity();
        return Optional.of(new AssessedProvision(
                old.id(),
                type.slug(),
                titles.of(type, provision.polarity()),
                provision.polarity(),
                Effect.REMOVED,
                someLeft || direction == Direction.POSITIVE ? stepDown(lost) : lost,
                direction,
                label(type, provision.polarity(), false, someLeft),
                provision.quotes(),
                List.of(),
                hunks,
                List.of(),
                List.of(),
                List.of(),
                provision.factors()));
    }

    /** It says what it said, in another document; where words were lost on the way, it says less. */
    private AssessedProvision relocated(
            TrackedProvision one,
            ProvisionType type,
            Relocated where,
            List<Quote> before,
            List<Quote> after,
            List<Integer> hunks) {
        DetectedProvision provision = one.provision();
        boolean weakened = !where.wordsLost().isEmpty();
        return new AssessedProvision(
                one.id(),
                type.slug(),
                titles.of(type, provision.polarity()),
                provision.polarity(),
                Effect.RELOCATED,
                weakened ? provision.severity() : stepDown(provision.severity()),
                weakened ? direction(type, provision.polarity(), provision.severity(), false) : Direction.NEUTRAL,
                "",
                before,
                after,
                hunks,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Optional<AssessedProvision> continued(
            TrackedProvision old,
            TrackedProvision fresh,
            Subject subject,
            ChangedWords changed,
            Bearing bearing,
            List<DetectedProvision> came,
            List<DetectedProvision> went) {
        DetectedProvision was = old.provision();
        DetectedProvision is = fresh.provision();
        ProvisionType type = catalogue.type(is.type());
        List<Integer> hunks = new ArrayList<>(changed.hunks(Basis.Side.BEFORE, was.quotes()));
        changed.hunks(Basis.Side.AFTER, is.quotes()).stream()
                .filter(hunk -> !hunks.contains(hunk))
                .forEach(hunks::add);
        hunks.sort(Comparator.naturalOrder());
        if (hunks.isEmpty()) {
            List<Integer> moves = moves(is, subject);
            return moves.isEmpty()
                            || was.section().equals(is.section())
                            || !was.words().equals(is.words())
                    ? Optional.empty()
                    : Optional.of(new AssessedProvision(
                            fresh.id(),
                            type.slug(),
                            titles.of(type, is.polarity()),
                            is.polarity(),
                            Effect.RELOCATED,
                            Severity.LOW,
                            Direction.NEUTRAL,
                            "",
                            was.quotes(),
                            is.quotes(),
                            moves,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
        }
        if (was.words().equals(is.words())) {
            return Optional.empty();
        }
        Shift shift = new Shift(type, was, is, hunks, subject, changed, wordings, came, went);
        OptionalInt turned = new TurnedAnswers(subject).shift(hunks, promise(type, is.polarity()));
        // an answer in a table's row has only the row to be understood by
        return Optional.of(reworded(fresh.id(), type, was, is, hunks, shift, turned))
                .filter(assessed -> turned.isPresent() || bearing.bears(assessed));
    }

    private AssessedProvision reworded(
            String id,
            ProvisionType type,
            DetectedProvision was,
            DetectedProvision is,
            List<Integer> hunks,
            Shift shift,
            OptionalInt answer) {
        boolean promise = promise(type, is.polarity());
        int by = answer.orElse(shift.by());
        boolean turned = shift.turned() || answer.isPresent();
        Effect effect = by > 0 ? Effect.STRENGTHENED : by < 0 ? Effect.WEAKENED : Effect.REWORDED;
        Direction direction = by == 0 || type.stance() == Stance.NEUTRAL
                ? Direction.NEUTRAL
                : (by > 0) == promise ? Direction.POSITIVE : Direction.NEGATIVE;
        return new AssessedProvision(
                id,
                type.slug(),
                titles.of(type, is.polarity()),
                is.polarity(),
                effect,
                turned && !promise && by > 0 ? is.severity().atLeast(type.severity()) : severity(was, is, by, promise),
                direction,
                changedLabel(type, promise, direction),
                was.quotes(),
                is.quotes(),
                hunks,
                shift.wordingsGained(),
                shift.wordingsLost(),
                shift.factorsGained(),
                shift.factorsLost());
    }

    private static Severity severity(DetectedProvision was, DetectedProvision is, int shift, boolean promise) {
        if (shift == 0) {
            return Severity.LOW;
        }
        if (promise) {
            return shift < 0 ? Severity.MEDIUM : Severity.LOW;
        }
        Severity higher = was.severity().atLeast(is.severity());
        return was.severity() != is.severity() ? higher : stepDown(higher);
    }

    private static String changedLabel(ProvisionType type, boolean promise, Direction direction) {
        return switch (direction) {
            case NEUTRAL -> "";
            case NEGATIVE -> promise ? "wording-weakened" : type.change().gainedLabel();
            case POSITIVE ->
                promise || type.stance() == Stance.DISCLOSURE
                        ? "wording-strengthened"
                        : type.change().lostLabel();
        };
    }

    /** Whether a provision gives people something, so that more of it is firmer and not wider. */
    static boolean promise(ProvisionType type, Polarity polarity) {
        return polarity == Polarity.DENIED || type.stance() == Stance.PROTECTIVE;
    }

    /** Whether a provision is there, or not there, because of words that changed. */
    private static boolean rests(DetectedProvision provision, Basis.Side side, ChangedWords changed) {
        return provision.evidence().stream().anyMatch(evidence -> changed.meet(side, evidence.words()))
                || changed.share(side, provision.quotes()) >= MOSTLY;
    }

    /** Whether the same place said the opposite on the other side: a "not" beside a provision makes it another. */
    private static boolean turned(
            DetectedProvision provision,
            List<Integer> hunks,
            List<TrackedProvision> others,
            Basis.Side side,
            ChangedWords changed) {
        return others.stream()
                .map(TrackedProvision::provision)
                .filter(other -> other.type().equals(provision.type()) && other.polarity() != provision.polarity())
                .anyMatch(other -> changed.hunks(side, other.quotes()).stream().anyMatch(hunks::contains));
    }

    /** Nobody loses by it that there is no way out of arbitration where there is no arbitration any more. */
    private static List<AssessedProvision> withoutEmptyLosses(
            List<AssessedProvision> all, List<TrackedProvision> nowThere) {
        boolean arbitration =
                nowThere.stream().anyMatch(tracked -> tracked.provision().type().equals("mandatory-arbitration"));
        return all.stream()
                .map(provision -> !arbitration
                                && provision.effect() == Effect.REMOVED
                                && provision.type().equals("arbitration-opt-out")
                        ? provision.rewritten(Severity.LOW)
                        : provision)
                .toList();
    }

    /** Of a kind that both came and went only what weighs more on one side counts; the rest was written anew. */
    private static List<AssessedProvision> net(List<AssessedProvision> all) {
        Map<String, Severity> came = new HashMap<>();
        Map<String, Severity> went = new HashMap<>();
        for (AssessedProvision provision : all) {
            if (provision.effect() == Effect.INTRODUCED) {
                came.merge(provision.kind(), provision.severity(), Severity::atLeast);
            } else if (provision.effect() == Effect.REMOVED) {
                went.merge(provision.kind(), provision.severity(), Severity::atLeast);
            }
        }
        return all.stream()
                .map(provision -> net(provision, came.get(provision.kind()), went.get(provision.kind())))
                .toList();
    }

    private static AssessedProvision net(
            AssessedProvision provision, @Nullable Severity came, @Nullable Severity went) {
        boolean arrival = provision.effect() == Effect.INTRODUCED;
        if (came == null || went == null || !arrival && provision.effect() != Effect.REMOVED) {
            return provision;
        }
        boolean heavier = arrival ? came.compareTo(went) > 0 : went.compareTo(came) > 0;
        return heavier ? provision : provision.rewritten(stepDown(provision.severity()));
    }

    private static Severity stepDown(Severity severity) {
        return severity == Severity.HIGH ? Severity.MEDIUM : Severity.LOW;
    }

    private static boolean present(List<TrackedProvision> all, DetectedProvision like) {
        return all.stream()
                .anyMatch(t -> t.provision().type().equals(like.type())
                        && t.provision().polarity() == like.polarity());
    }

    private static Direction direction(ProvisionType type, Polarity polarity, Severity severity, boolean came) {
        if (promise(type, polarity)) {
            return came ? Direction.POSITIVE : Direction.NEGATIVE;
        }
        return switch (type.stance()) {
            case ADVERSE -> came ? Direction.NEGATIVE : Direction.POSITIVE;
            // a further practice is worse; that it is no longer described is less openness, not less practice
            case DISCLOSURE -> came && severity == Severity.LOW ? Direction.NEUTRAL : Direction.NEGATIVE;
            case NEUTRAL, PROTECTIVE -> Direction.NEUTRAL;
        };
    }

    private static String label(ProvisionType type, Polarity polarity, boolean came, boolean others) {
        boolean stated = polarity == Polarity.STATED;
        if (came) {
            return stated
                    ? type.change().gainedLabel()
                    : type.change().lostLabel().isEmpty() ? "" : "transparency-gain";
        }
        if (!stated) {
            return type.change().gainedLabel();
        }
        // where other language on the same matter stays, nothing was taken out of sight
        return others && type.change().lostLabel().equals("transparency-removal")
                ? ""
                : type.change().lostLabel();
    }

    /** The moves that carried a provision's words. */
    private static List<Integer> moves(DetectedProvision provision, Subject subject) {
        List<Integer> moves = new ArrayList<>();
        List<Hunk> hunks = subject.diff().hunks();
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            if (hunk.kind() == HunkKind.MOVED
                    && provision.quotes().stream()
                            .anyMatch(quote -> quote.start() < hunk.afterEnd() && hunk.afterStart() < quote.end())) {
                moves.add(i);
            }
        }
        return moves;
    }
}
