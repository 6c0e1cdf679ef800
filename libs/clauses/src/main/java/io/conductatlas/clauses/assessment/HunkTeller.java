package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.detection.Evidence;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what happened at one place of a change, in the document's own words. */
final class HunkTeller {
    private static final int MOST_HEADING_WORDS = 9;
    private static final int MOST_WORDS = 32;
    private static final int CONTEXT = 7;
    /** Fewer words than this are a label and hardly a sentence. */
    private static final int SHORTEST = 4;

    private static final int BRIDGE = 2;
    private static final double NEW_WORD = 2;
    private static final int MOST_COUNTED_WORDS = 14;
    private static final int FEW_LETTERS = 3;
    private static final int FEW = 10;
    private static final int WHOLE_SENTENCE = 16;
    /** So few words beside several times as many are not what a title tells of. */
    private static final int FEW_WORDS = 2;

    private static final int MANY_TIMES = 4;

    private final Subject subject;
    private final ChangedWords changed;
    private final Novelty novelty;
    private final Map<String, List<Quote>> evidence = new HashMap<>();

    HunkTeller(Subject subject, ChangedWords changed, Novelty novelty) {
        this.subject = subject;
        this.changed = changed;
        this.novelty = novelty;
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

    /** The place of an edited sentence that says most: what went, what came, and what stands around it. */
    record Edit(String leadBefore, String leadAfter, String went, String came, String tailBefore, String tailAfter) {}

    /** What happened at a hunk. */
    Statement tell(int number) {
        return tell(number, List.of());
    }

    /** What happened at a hunk, told by the sentence that shows a matter where the hunk holds several. */
    Statement tell(int number, Matter matter) {
        List<Quote> rather = new ArrayList<>();
        // where more of a kind came or went the newest words say most, else those the kind is known by
        boolean further = matter.partly() && (matter.act() == Matter.Act.ADDED || matter.act() == Matter.Act.REMOVED);
        if (matter.named() && !further) {
            shownBy(matter.main(), Basis.Side.AFTER).ifPresent(rather::add);
            shownBy(matter.main(), Basis.Side.BEFORE).ifPresent(rather::add);
        }
        return tell(number, rather);
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
        List<Quote> left = text.sentences().stream()
                .filter(sentence -> sentence.start() < to && from < sentence.end())
                .filter(sentence -> sentence.kind() != SentenceKind.HEADING)
                .map(sentence -> Quote.of(text.text(), Math.max(from, sentence.start()), Math.min(to, sentence.end())))
                .filter(quote -> Phrasing.words(quote.text()) >= SHORTEST)
                .filter(quote -> told.stream()
                        .noneMatch(statement -> statement.text().contains(Phrasing.excerpt(quote.text(), MOST_WORDS))))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(tell(
                        number,
                        left.stream().max(Comparator.comparingDouble(quote -> weight(quote.text(), !gone))).stream()
                                .toList()));
    }

    /** The hunk a matter is shown by: of those not shown yet, the one whose words say most. */
    Optional<Integer> hunkOf(Matter matter, Set<Integer> shown) {
        return newest(matter.named() ? matter.main().hunks() : matter.hunks(), shown);
    }

    /** Of these hunks the one whose words are newest, or most lost, of those not shown yet. */
    Optional<Integer> newest(List<Integer> hunks, Set<Integer> shown) {
        return hunks.stream()
                .filter(hunk -> !shown.contains(hunk))
                .max(Comparator.comparingDouble((Integer hunk) ->
                                novelty.of(subject.diff().hunks().get(hunk)))
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** The sentence of a provision by which it is shown on a side: one that changed and holds the words it is known by. */
    Optional<Quote> shownBy(AssessedProvision provision, Basis.Side side) {
        List<Quote> quotes = side == Basis.Side.BEFORE ? provision.before() : provision.after();
        List<Quote> known = evidence.getOrDefault(provision.id() + side, List.of());
        return quotes.stream()
                .max(Comparator.comparingInt((Quote quote) -> (changed.meet(side, quote) ? 4 : 0)
                                + (known.stream().anyMatch(words -> inside(words, quote)) ? 2 : 0)
                                + (quote.text().endsWith(":") ? 0 : 1)
                                + (Phrasing.words(quote.text()) < SHORTEST ? 0 : 3))
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

    private Statement tell(int number, List<Quote> rather) {
        Hunk hunk = subject.diff().hunks().get(number);
        boolean gone = hunk.kind() == HunkKind.DELETED;
        String where = where(gone ? hunk.beforeSection() : hunk.afterSection());
        Quote sentence = gone
                ? sentence(subject.before(), hunk.beforeStart(), hunk.beforeEnd(), rather, false)
                : sentence(subject.after(), hunk.afterStart(), hunk.afterEnd(), rather, true);
        String text = switch (hunk.kind()) {
            case INSERTED ->
                begin(
                        where,
                        (stoodElsewhere(sentence)
                                        ? "this stands here now and stood elsewhere: "
                                        : "the text now states: ")
                                + Phrasing.excerpt(sentence.text(), MOST_WORDS));
            case DELETED ->
                begin(
                        where,
                        (subject.after().text().contains(sentence.text())
                                        ? "this was taken out and still stands elsewhere: "
                                        : "the text no longer states: ")
                                + Phrasing.excerpt(sentence.text(), MOST_WORDS));
            case MOVED -> begin(where, "this was moved: " + Phrasing.excerpt(hunk.after(), MOST_WORDS));
            case EDITED -> begin(where, isShort(hunk) ? wholly(hunk) : edited(edit(hunk)));
        };
        return new Statement(Phrasing.sentence(text), List.of(basis(number)));
    }

    /** A few words for a title, such as {@code “or Taiwan” added to the wording of}; completes with the document. */
    String inFewWords(int number, String document) {
        Hunk hunk = subject.diff().hunks().get(number);
        return switch (hunk.kind()) {
            case INSERTED -> {
                Quote came = sentence(subject.after(), hunk.afterStart(), hunk.afterEnd(), List.of(), true);
                yield (stoodElsewhere(came) ? "%s moved within the %s" : "%s added to the %s")
                        .formatted(brief(came.text()), document);
            }
            case DELETED ->
                "%s removed from the %s"
                        .formatted(
                                brief(sentence(subject.before(), hunk.beforeStart(), hunk.beforeEnd(), List.of(), false)
                                        .text()),
                                document);
            case MOVED -> "text moved within the " + document;
            case EDITED -> {
                Edit edit = edit(hunk);
                if (edit.went().isBlank()
                        || Phrasing.words(edit.went()) <= FEW_WORDS
                                && Phrasing.words(edit.came()) >= MANY_TIMES * FEW_WORDS) {
                    yield "%s added to a sentence of the %s".formatted(brief(edit.came()), document);
                }
                if (edit.came().isBlank()
                        || Phrasing.words(edit.came()) <= FEW_WORDS
                                && Phrasing.words(edit.went()) >= MANY_TIMES * FEW_WORDS) {
                    yield "%s removed from a sentence of the %s".formatted(brief(edit.went()), document);
                }
                yield "%s became %s in the %s".formatted(brief(edit.went()), brief(edit.came()), document);
            }
        };
    }

    /** Whether words that came stood somewhere in the old text already; of single words that says nothing. */
    private boolean stoodElsewhere(Quote came) {
        return Phrasing.words(came.text()) >= SHORTEST
                && subject.before().text().contains(came.text());
    }

    private static String brief(String text) {
        return Phrasing.excerpt(fragment(text), MOST_HEADING_WORDS);
    }

    private static String begin(String where, String text) {
        return where.isEmpty() ? Phrasing.capital(text) : "Under " + where + ", " + text;
    }

    /** The heading in quotation marks, or nothing where it is missing or is itself a sentence. */
    static String where(String path) {
        String heading = Phrasing.lastHeading(path).strip();
        return heading.isEmpty() || Phrasing.words(heading) > MOST_HEADING_WORDS ? "" : "“" + heading + "”";
    }

    // --- sentences of a hunk

    /** Of a hunk's sentences the one to quote: one the reader is told of, or the one with most words that are new. */
    private Quote sentence(AgreementText text, int from, int to, List<Quote> rather, boolean ofNewText) {
        Quote best = null;
        double most = -1;
        for (Sentence sentence : text.sentences()) {
            int start = Math.max(from, sentence.start());
            int end = Math.min(to, sentence.end());
            if (start >= end) {
                continue;
            }
            boolean wanted = rather.stream().anyMatch(quote -> quote.start() < end && start < quote.end());
            Quote quote = Quote.of(text.text(), start, end);
            double weight = weight(quote.text(), ofNewText)
                    + (wanted ? 1000 : 0)
                    - (quote.text().endsWith(":") || Phrasing.words(quote.text()) < SHORTEST ? 600 : 0)
                    - (sentence.kind() == SentenceKind.HEADING || sentence.kind() == SentenceKind.LINK_LIST ? 500 : 0);
            if (best == null || weight > most) {
                best = quote;
                most = weight;
            }
        }
        return best == null ? Quote.of(text.text(), from, to) : best;
    }

    private double weight(String text, boolean ofNewText) {
        return NEW_WORD * novelty.of(text, ofNewText) + Math.min(MOST_COUNTED_WORDS, Phrasing.words(text));
    }

    // --- edits

    private static boolean isShort(Hunk hunk) {
        return Phrasing.words(hunk.before()) <= WHOLE_SENTENCE && Phrasing.words(hunk.after()) <= WHOLE_SENTENCE;
    }

    private static String wholly(Hunk hunk) {
        return "%s became %s".formatted(Phrasing.excerpt(hunk.before()), Phrasing.excerpt(hunk.after()));
    }

    private static String edited(Edit edit) {
        if (edit.went().isBlank()) {
            return Phrasing.words(edit.came()) > FEW
                    ? "these words were added: " + Phrasing.excerpt(fragment(edit.came()), MOST_WORDS)
                    : "%s %s added: %s".formatted(words(edit.came()), were(edit.came()), around(edit, true));
        }
        if (edit.came().isBlank()) {
            return Phrasing.words(edit.went()) > FEW
                    ? "these words were taken out: " + Phrasing.excerpt(fragment(edit.went()), MOST_WORDS)
                    : "%s %s taken out of %s".formatted(words(edit.went()), were(edit.went()), around(edit, false));
        }
        return "%s became %s".formatted(around(edit, false), around(edit, true));
    }

    private static String words(String text) {
        return (Phrasing.words(text) == 1 ? "the word " : "the words ") + Phrasing.excerpt(fragment(text), MOST_WORDS);
    }

    /** Words out of the middle of a sentence, without the mark that joined them to what stood before. */
    private static String fragment(String text) {
        int from = 0;
        while (from < text.length() - 1 && ",.;:)]|–—- \n".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return text.substring(from);
    }

    private static String were(String text) {
        return Phrasing.words(text) == 1 ? "was" : "were";
    }

    /** Changed words with some of those beside them on their side. */
    private static String around(Edit edit, boolean came) {
        String lead = came ? edit.leadAfter() : edit.leadBefore();
        String middle = came ? edit.came() : edit.went();
        String tail = came ? edit.tailAfter() : edit.tailBefore();
        int from = wordsFromEnd(lead);
        StringBuilder text = new StringBuilder(from > 0 ? "… " : "").append(lead, from, lead.length());
        if (Phrasing.words(middle) > MOST_WORDS) {
            boolean apart = Character.isWhitespace(middle.charAt(0));
            text.append(apart ? " " : "").append(Phrasing.cut(middle, MOST_WORDS));
            return "“" + line(text.toString()) + "”";
        }
        int to = wordsFromStart(tail);
        text.append(middle).append(tail, 0, to).append(to < tail.length() ? " …" : "");
        return "“" + line(text.toString()) + "”";
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static int wordsFromEnd(String text) {
        int words = 0;
        for (int i = text.length() - 1; i > 0; i--) {
            if (!Character.isWhitespace(text.charAt(i))
                    && Character.isWhitespace(text.charAt(i - 1))
                    && ++words == CONTEXT) {
                return i;
            }
        }
        return 0;
    }

    private static int wordsFromStart(String text) {
        int words = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))
                    && !Character.isWhitespace(text.charAt(i - 1))
                    && ++words == CONTEXT) {
                return i;
            }
        }
        return text.length();
    }

    /** The stretch of an edited sentence whose changed words say most; a few equal words do not part a stretch. */
    Edit edit(Hunk hunk) {
        List<WordSpan> spans = hunk.words();
        Edit best = null;
        double most = -1;
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).op() == WordSpan.Op.EQUAL) {
                continue;
            }
            int end = stretch(spans, i);
            Edit edit = new Edit(
                    join(spans.subList(0, i), WordSpan.Op.INSERT),
                    join(spans.subList(0, i), WordSpan.Op.DELETE),
                    join(spans.subList(i, end), WordSpan.Op.INSERT),
                    join(spans.subList(i, end), WordSpan.Op.DELETE),
                    join(spans.subList(end, spans.size()), WordSpan.Op.INSERT),
                    join(spans.subList(end, spans.size()), WordSpan.Op.DELETE));
            double weight = weight(edit);
            if (weight > most) {
                best = edit;
                most = weight;
            }
            i = end - 1;
        }
        return best == null ? new Edit("", "", hunk.before(), hunk.after(), "", "") : best;
    }

    /** Just after the last changed span of the stretch that begins at a changed one. */
    private static int stretch(List<WordSpan> spans, int from) {
        int end = from + 1;
        while (end < spans.size()) {
            if (spans.get(end).op() != WordSpan.Op.EQUAL) {
                end++;
            } else if (end + 1 < spans.size() && Phrasing.words(spans.get(end).text()) <= BRIDGE) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    private double weight(Edit edit) {
        if (!hasLetters(edit.went()) && !hasLetters(edit.came())) {
            return 0;
        }
        return 1
                + NEW_WORD * (novelty.of(edit.came(), true) + novelty.of(edit.went(), false))
                + Math.min(MOST_COUNTED_WORDS, Phrasing.words(edit.went()) + Phrasing.words(edit.came()));
    }

    private static boolean hasLetters(String text) {
        return text.chars().filter(Character::isLetterOrDigit).count() >= FEW_LETTERS;
    }

    /** The words of spans without those of the other side. */
    private static String join(List<WordSpan> spans, WordSpan.Op without) {
        StringBuilder all = new StringBuilder();
        for (WordSpan span : spans) {
            if (span.op() != without) {
                all.append(span.text());
            }
        }
        return all.toString();
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
