package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Evidence;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what happened at one place of a change, in the document's own words. */
final class HunkTeller {
    static final int MOST_HEADING_WORDS = 15;
    private static final int MOST_WORDS = 40;
    private static final int MOST_WORDS_IN_TITLE = 14;
    private static final int MOST_WORDS_OF_INTRODUCTION = 30;
    /** How much less is heard of a section that was quoted already. */
    private static final double TOLD_SECTION = 0.3;

    private static final double BY_LENGTH = 0.01;
    private static final int MOST_LENGTH = 50;
    /** So few words beside several times as many are not what a title tells of. */
    private static final int FEW_WORDS = 2;

    private static final int MANY_TIMES = 4;

    private static final String STATES = "states";

    private static final Pattern A_WORD = Pattern.compile("\\p{L}{3,}|\\d");

    /** "or (k)" before an item's own words. */
    private static final Pattern LETTER = Pattern.compile("^(?:(?:and|or) )?\\(?(?:[a-z]|[ivx]{1,4})\\)\\s*");

    /** The first word of the next clause after the last one that went or came. */
    private static final Pattern DANGLING = Pattern.compile("(?<=\\w{2})[,;] *(?:and|or)?[^,;.“”() ]{0,4}$");

    private final Subject subject;
    private final ChangedWords changed;
    private final Novelty novelty;
    private final SentenceChoice choice;
    private final Map<String, List<Quote>> evidence = new HashMap<>();
    private final Map<Integer, String> quoted = new HashMap<>();

    HunkTeller(Subject subject, ChangedWords changed, Novelty novelty) {
        this.subject = subject;
        this.changed = changed;
        this.novelty = novelty;
        this.choice = new SentenceChoice(subject, novelty);
        note(subject.provisionsBefore(), Basis.Side.BEFORE);
        note(subject.provisionsAfter(), Basis.Side.AFTER);
    }

    private void note(List<TrackedProvision> provisions, Basis.Side side) {
        for (TrackedProvision tracked : provisions) {
            evidence.put(
                    tracked.id() + side,
                    tracked.provision().evidence().stream().map(Evidence::words).toList());
        }
    }

    /** What happened at a hunk. */
    Statement tell(int number, List<Statement> told) {
        return tell(number, List.of(), told);
    }

    /** What happened at a hunk, told by the sentence that shows a matter where the hunk holds several. */
    Statement tell(int number, Matter matter, List<Statement> told) {
        List<Quote> rather = new ArrayList<>();
        // where more of a kind came or went the newest words say most, else those the kind is known by
        boolean further = matter.partly() && (matter.act() == Matter.Act.ADDED || matter.act() == Matter.Act.REMOVED);
        if (matter.named() && !further) {
            shownBy(matter.main(), Basis.Side.AFTER).ifPresent(rather::add);
            shownBy(matter.main(), Basis.Side.BEFORE).ifPresent(rather::add);
        }
        return tell(number, rather, told);
    }

    /** What else happened at a hunk: of the sentences not told yet the one with the newest words. */
    Optional<Statement> tellMore(int number, List<Statement> told) {
        Hunk hunk = subject.diff().hunks().get(number);
        if (hunk.kind() != HunkKind.INSERTED && hunk.kind() != HunkKind.DELETED) {
            return Optional.empty();
        }
        boolean gone = hunk.kind() == HunkKind.DELETED;
        AgreementText text = gone ? subject.before() : subject.after();
        int from = gone ? hunk.beforeStart() : hunk.afterStart();
        int to = gone ? hunk.beforeEnd() : hunk.afterEnd();
        if (SentenceChoice.whole(text, from, to, MOST_WORDS).isPresent()) {
            return Optional.empty();
        }
        List<Quote> left = text.sentences().stream()
                .filter(sentence -> sentence.start() < to && from < sentence.end())
                .filter(sentence -> sentence.kind() != SentenceKind.HEADING)
                .map(sentence -> Quote.of(text.text(), Math.max(from, sentence.start()), Math.min(to, sentence.end())))
                .filter(quote -> Phrasing.words(quote.text()) >= SentenceChoice.SHORTEST)
                .filter(quote -> told.stream()
                        .noneMatch(statement ->
                                statement.text().contains(choice.excerpt(quote.text(), !gone, MOST_WORDS))))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(tell(
                        number,
                        left.stream()
                                .max(Comparator.comparingDouble(quote -> choice.weight(quote.text(), !gone)))
                                .stream()
                                .toList(),
                        told));
    }

    /** The hunk a matter is shown by: of those not shown yet, the one whose words say most. */
    Optional<Integer> hunkOf(Matter matter, Set<Integer> shown, List<Statement> told) {
        return newest(matter.named() ? matter.main().hunks() : matter.hunks(), shown, told);
    }

    /**
     * Of these hunks the one whose words are newest, or most lost, of those not shown yet; rather one of a section not shown yet, and
     * none that says the same as one that is shown, or that only changed addresses.
     */
    Optional<Integer> newest(List<Integer> hunks, Set<Integer> shown, List<Statement> told) {
        Set<String> sections = shown.stream().map(this::section).collect(Collectors.toSet());
        return hunks.stream()
                .filter(hunk -> !shown.contains(hunk) && !isSlight(hunk))
                .filter(hunk -> shown.stream().noneMatch(other -> sameWords(hunk(hunk), hunk(other))))
                .filter(hunk -> !isToldIn(told, hunk))
                .max(Comparator.comparingDouble((Integer hunk) ->
                                weight(hunk(hunk)) * (sections.contains(section(hunk)) ? TOLD_SECTION : 1))
                        .thenComparing(Comparator.reverseOrder()));
    }

    private double weight(Hunk hunk) {
        double fresh = switch (hunk.kind()) {
            case INSERTED -> choice.novelty(subject.after(), hunk.afterStart(), hunk.afterEnd(), true);
            case DELETED -> choice.novelty(subject.before(), hunk.beforeStart(), hunk.beforeEnd(), false);
            case EDITED, MOVED -> novelty.of(hunk);
        };
        return fresh + BY_LENGTH * Math.min(MOST_LENGTH, novelty.changedWords(hunk));
    }

    /** Whether a hunk changed nothing but how something is written, or has a word or two that stand in the text anyway. */
    private boolean isSlight(int number) {
        Hunk hunk = hunk(number);
        String words = hunk.kind() == HunkKind.INSERTED ? hunk.after() : hunk.before();
        return Edit.isSlight(hunk)
                || (hunk.kind() == HunkKind.INSERTED || hunk.kind() == HunkKind.DELETED)
                        && Phrasing.words(words) < SentenceChoice.SHORTEST
                        && novelty.of(hunk) == 0;
    }

    /** Whether of a hunk nothing is left to quote once another was. */
    boolean repeats(int number, Set<Integer> shown) {
        return isSlight(number)
                || shown.stream().anyMatch(other -> other != number && sameWords(hunk(number), hunk(other)));
    }

    private static boolean sameWords(Hunk one, Hunk other) {
        return one.before().equals(other.before()) && one.after().equals(other.after());
    }

    /** Whether the words by which a place is quoted were told already, of another place. */
    private boolean isToldIn(List<Statement> told, int number) {
        HunkKind kind = hunk(number).kind();
        return (kind == HunkKind.INSERTED || kind == HunkKind.DELETED)
                && told.stream()
                        .anyMatch(one -> one.text()
                                .contains(choice.excerpt(quoted(number), kind == HunkKind.INSERTED, MOST_WORDS)));
    }

    private String quoted(int number) {
        return quoted.computeIfAbsent(
                number,
                one -> passage(hunk(one), hunk(one).kind() == HunkKind.INSERTED, List.of())
                        .text());
    }

    private Hunk hunk(int number) {
        return subject.diff().hunks().get(number);
    }

    private String section(int number) {
        return hunk(number).kind() == HunkKind.DELETED
                ? hunk(number).beforeSection()
                : hunk(number).afterSection();
    }

    /** The sentence of a provision by which it is shown on a side: one that changed and holds the words it is known by. */
    Optional<Quote> shownBy(AssessedProvision provision, Basis.Side side) {
        List<Quote> quotes = side == Basis.Side.BEFORE ? provision.before() : provision.after();
        List<Quote> known = evidence.getOrDefault(provision.id() + side, List.of());
        return quotes.stream()
                .max(Comparator.comparingInt((Quote quote) -> (changed.meet(side, quote) ? 4 : 0)
                                + (known.stream().anyMatch(words -> inside(words, quote)) ? 2 : 0)
                                + (quote.text().endsWith(":") ? 0 : 1)
                                + (Phrasing.words(quote.text()) < SentenceChoice.SHORTEST ? 0 : 3))
                        .thenComparing(Quote::start, Comparator.reverseOrder()));
    }

    private static boolean inside(Quote words, Quote quote) {
        return quote.start() <= words.start() && words.end() <= quote.end();
    }

    /** The first quote that is a sentence and no lead-in of a list. */
    static Quote speaking(List<Quote> quotes) {
        return quotes.stream()
                .filter(quote -> !quote.text().endsWith(":"))
                .findFirst()
                .orElse(quotes.get(0));
    }

    private Statement tell(int number, List<Quote> rather, List<Statement> told) {
        Hunk hunk = hunk(number);
        List<Integer> places = Stream.concat(
                        Stream.of(number),
                        Matters.telling(subject).stream()
                                .filter(other -> other != number && sameWords(hunk(other), hunk)))
                .toList();
        String where = where(places);
        String text = switch (hunk.kind()) {
            case INSERTED -> {
                Quote came = passage(hunk, true, rather);
                yield begin(
                        where,
                        (choice.standsElsewhere(came.text(), true)
                                        ? "this stands here now and stood elsewhere"
                                        : "the text now " + states(subject.after(), came, told))
                                + ": " + choice.excerpt(came.text(), true, MOST_WORDS));
            }
            case DELETED -> {
                Quote went = passage(hunk, false, rather);
                yield begin(
                        where,
                        (choice.standsElsewhere(went.text(), false)
                                        ? "this was taken out and still stands elsewhere"
                                        : isItem(subject.before(), went, told)
                                                ? "the text no longer " + states(subject.before(), went, told)
                                                : "these words were taken out")
                                + ": " + choice.excerpt(went.text(), false, MOST_WORDS));
            }
            case MOVED -> begin(where, "this was moved: " + Phrasing.excerpt(hunk.after(), MOST_WORDS));
            case EDITED -> begin(where, Edit.told(hunk, novelty));
        };
        return new Statement(Phrasing.sentence(text), basis(places));
    }

    /** The headings under which the same words came or went, in quotation marks; those of more than two are counted. */
    private String where(List<Integer> places) {
        List<String> headings = places.stream()
                .filter(place -> !isBehindAList(place))
                .map(place -> where(section(place)))
                .filter(heading -> !heading.isEmpty())
                .distinct()
                .toList();
        return headings.size() <= 2
                ? Phrasing.list(headings)
                : headings.get(0) + " and " + (headings.size() - 1) + " other headings";
    }

    /** The heading in quotation marks, where a hunk brought or took all of a section. */
    private Optional<String> newOrLostSection(int number) {
        Hunk hunk = hunk(number);
        boolean gone = hunk.kind() == HunkKind.DELETED;
        if (!gone && hunk.kind() != HunkKind.INSERTED) {
            return Optional.empty();
        }
        int to = gone ? hunk.beforeEnd() : hunk.afterEnd();
        return headed(hunk, gone).filter(section -> section.end() <= to).map(section -> where(section.heading()));
    }

    /** The first section whose short heading stands in the words that came, or went. */
    private Optional<Section> headed(Hunk hunk, boolean gone) {
        int from = gone ? hunk.beforeStart() : hunk.afterStart();
        int to = gone ? hunk.beforeEnd() : hunk.afterEnd();
        return (gone ? subject.before() : subject.after())
                .sections().stream()
                        .filter(section -> section.start() >= from && section.start() < to)
                        .filter(section -> !where(section.heading()).isEmpty())
                        .findFirst();
    }

    /** Whether a heading such as "Do not post:" introduces another list than the one a place stands in. */
    private boolean isBehindAList(int number) {
        Hunk hunk = hunk(number);
        boolean gone = hunk.kind() == HunkKind.DELETED;
        AgreementText text = gone ? subject.before() : subject.after();
        int at = gone ? hunk.beforeStart() : hunk.afterStart();
        if (!Phrasing.lastHeading(section(number)).strip().endsWith(":")) {
            return false;
        }
        int section = sectionAt(text, at);
        boolean list = false;
        for (Sentence sentence : text.sentences()) {
            if (sentence.start() >= at) {
                break;
            }
            if (sentence.section() != section || sentence.kind() == SentenceKind.HEADING) {
                continue;
            }
            if (list && sentence.kind() != SentenceKind.LIST_ITEM) {
                // what follows a sentence behind the list is no longer introduced by the heading
                return true;
            }
            list |= sentence.kind() == SentenceKind.LIST_ITEM;
        }
        return false;
    }

    private static int sectionAt(AgreementText text, int at) {
        int section = 0;
        while (section + 1 < text.sections().size()
                && text.sections().get(section + 1).start() <= at) {
            section++;
        }
        return section;
    }

    /** The words of a hunk that came or went: all, or of many the sentence that says most. */
    private Quote passage(Hunk hunk, boolean came, List<Quote> rather) {
        AgreementText text = came ? subject.after() : subject.before();
        int from = came ? hunk.afterStart() : hunk.beforeStart();
        int to = came ? hunk.afterEnd() : hunk.beforeEnd();
        return SentenceChoice.whole(text, from, to, MOST_WORDS)
                .orElseGet(() -> choice.of(text, from, to, rather, came));
    }

    private static boolean isItem(AgreementText text, Quote quote, List<Statement> told) {
        return !states(text, quote, told).equals(STATES);
    }

    /** "states", or for an item of a list "lists after" and the words that introduce it, unless the reader has just read them. */
    private static String states(AgreementText text, Quote quote, List<Statement> told) {
        return ListPlace.introduction(text, quote.start())
                .map(words -> Phrasing.excerpt(words, MOST_WORDS_OF_INTRODUCTION))
                .filter(words -> told.stream().noneMatch(one -> one.text().contains(words)))
                .map(words -> "lists after " + words)
                .orElse(STATES);
    }

    /** A few words for a title, such as {@code “or Taiwan” added to the wording of}; completes with the document. */
    String inFewWords(int number, String document) {
        Hunk hunk = hunk(number);
        Optional<String> section = newOrLostSection(number);
        if (section.isPresent()) {
            return "section %s %s the %s"
                    .formatted(section.get(), hunk.kind() == HunkKind.INSERTED ? "added to" : "removed from", document);
        }
        return switch (hunk.kind()) {
            case INSERTED -> {
                Quote came = choice.of(subject.after(), hunk.afterStart(), hunk.afterEnd(), List.of(), true);
                yield (choice.standsElsewhere(came.text(), true) ? "%s moved within the %s" : "%s added to the %s")
                                .formatted(brief(came.text()), document)
                        + headed(hunk, false)
                                .map(one -> " under the new heading " + where(one.heading()))
                                .orElse("");
            }
            case DELETED ->
                "%s removed from the %s"
                        .formatted(
                                brief(choice.of(
                                                subject.before(),
                                                hunk.beforeStart(),
                                                hunk.beforeEnd(),
                                                List.of(),
                                                false)
                                        .text()),
                                document);
            case MOVED -> "text moved within the " + document;
            case EDITED -> {
                Edit edit = Edit.of(hunk, novelty);
                boolean shrank = Phrasing.words(edit.went()) >= 2 * Phrasing.words(edit.came());
                if (!shrank && Edit.isScattered(hunk) && Phrasing.words(hunk.after()) <= Edit.WHOLE_IF_SCATTERED) {
                    yield "%s reworded in the %s"
                            .formatted(Phrasing.excerpt(edit.inPlace(), MOST_WORDS_IN_TITLE), document);
                }
                if (saysNothing(edit.went()) && !edit.came().isBlank()
                        || saysNothingBeside(edit.went(), false, edit.came(), true)
                        || Phrasing.words(edit.went()) <= FEW_WORDS
                                && Phrasing.words(edit.came()) >= MANY_TIMES * FEW_WORDS) {
                    yield "%s added to a sentence of the %s".formatted(brief(edit.came()), document);
                }
                if (saysNothing(edit.came()) && !edit.went().isBlank()
                        || saysNothingBeside(edit.came(), true, edit.went(), false)
                        || Phrasing.words(edit.came()) <= FEW_WORDS
                                && Phrasing.words(edit.went()) >= MANY_TIMES * FEW_WORDS) {
                    yield "%s removed from a sentence of the %s".formatted(brief(edit.went()), document);
                }
                yield "%s became %s in the %s".formatted(brief(edit.went()), brief(edit.came()), document);
            }
        };
    }

    /** Whether words are none, or no more than a mark, a letter or an "or" before an item. */
    private static boolean saysNothing(String words) {
        return !A_WORD.matcher(words).find();
    }

    /** Whether all words of one half of an edit stand in the other text as well, those of the other half do not, and the halves have none in common. */
    private boolean saysNothingBeside(String words, boolean ofNewText, String others, boolean othersOfNewText) {
        Set<String> common = wordSet(words);
        common.retainAll(wordSet(others));
        return common.isEmpty() && novelty.of(words, ofNewText) == 0 && novelty.of(others, othersOfNewText) > 0;
    }

    private static Set<String> wordSet(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}]+")));
    }

    private static String brief(String text) {
        return Phrasing.excerpt(
                DANGLING.matcher(LETTER.matcher(Edit.fragment(text)).replaceFirst(""))
                        .replaceFirst(""),
                MOST_WORDS_IN_TITLE);
    }

    private static String begin(String where, String text) {
        return where.isEmpty() ? Phrasing.capital(text) : "Under " + where + ", " + text;
    }

    /** The heading in quotation marks, or nothing where it is missing or is itself a sentence. */
    static String where(String path) {
        String heading = Phrasing.lastHeading(path).strip();
        return heading.isEmpty() || Phrasing.words(heading) > MOST_HEADING_WORDS ? "" : "“" + heading + "”";
    }

    // --- basis

    /** The place a statement on a hunk rests on. */
    Basis basis(int number) {
        Hunk hunk = subject.diff().hunks().get(number);
        return hunk.kind() == HunkKind.DELETED
                ? new Basis(Basis.Side.BEFORE, hunk.beforeStart(), hunk.beforeEnd(), number)
                : new Basis(Basis.Side.AFTER, hunk.afterStart(), hunk.afterEnd(), number);
    }

    List<Basis> basis(List<Integer> numbers) {
        return numbers.stream().distinct().map(this::basis).toList();
    }
}
