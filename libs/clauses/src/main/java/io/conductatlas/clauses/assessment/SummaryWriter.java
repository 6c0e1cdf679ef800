package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.documents.diff.ChangeClass;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a change record's title and summary: what it is about, and the words that show it. */
final class SummaryWriter {
    private static final int MOST_TOPICS = 4;
    private static final int ALWAYS_QUOTED = 2;
    private static final int MOST_QUOTED = 4;
    private static final int SHORT = 150;
    private static final int LONG = 240;
    private static final int A_FEW = 3;
    private static final int FEW_PLACES = 6;
    private static final int REWRITE = 20;
    private static final int MOST_THEMES = 3;

    private final Catalogue catalogue;
    private final Subject subject;
    private final List<Matter> matters;
    private final HunkTeller teller;
    private final Novelty novelty;
    private final PassageTopics passages;
    private final Optional<CommonPlace> place;
    private final Optional<LanguageExchange> exchange;

    SummaryWriter(
            Catalogue catalogue,
            Subject subject,
            List<Matter> matters,
            HunkTeller teller,
            Novelty novelty,
            PassageTopics passages,
            Optional<CommonPlace> place,
            Optional<LanguageExchange> exchange) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.matters = matters;
        this.teller = teller;
        this.novelty = novelty;
        this.passages = passages;
        this.place = place;
        this.exchange = exchange;
    }

    // --- title

    String title() {
        String document = place.map(part -> part.in(subject.document())).orElse(subject.document());
        if (matters.isEmpty()) {
            String what = subject.diff().changeClass() == ChangeClass.DATE_OR_NUMBER
                    ? "only dates, numbers or their labels changed in the %s"
                    : "the %s changed in form only";
            return subject.platform() + ": " + what.formatted(document);
        }
        Matter main = matters.get(0);
        if (exchange.isPresent()) {
            return "%s: %s in the %s"
                    .formatted(subject.platform(), exchange.get().told(), document);
        }
        if (!main.named() || isMoreOfAKind(main)) {
            return subject.platform() + ": " + teller.inFewWords(main.hunks().get(0), document);
        }
        long others = matters.stream().filter(Matter::named).count() - 1;
        String more = others > 0 ? ", and " + Phrasing.number((int) others, "other matter", "other matters") : "";
        // a retention period that "was shortened" would be another change than language on it that was
        String what = main.denial() ? "statement " + topic(main) : "language on " + topic(main);
        return "%s: %s %s the %s%s".formatted(subject.platform(), how(main) + what, titleVerb(main), document, more);
    }

    /** Of more of what the document had already, in a place or two, the words say more than what they are about. */
    private boolean isMoreOfAKind(Matter matter) {
        return matter.partly()
                && !matter.denial()
                && (matter.act() == Matter.Act.ADDED || matter.act() == Matter.Act.REMOVED)
                && Matters.telling(subject).size() <= A_FEW;
    }

    private static String how(Matter matter) {
        return matter.act() == Matter.Act.ADDED && matter.partly() && !matter.denial()
                ? "further "
                : matter.act() == Matter.Act.REMOVED && matter.partly() && !matter.denial() ? "some " : "";
    }

    private String titleVerb(Matter matter) {
        return switch (matter.act()) {
            case ADDED -> "added to";
            case REMOVED -> matter.denial() && matter.partly() ? "removed from one of its places in" : "removed from";
            case REWORDED -> "changed in";
            case MOVED -> "moved within";
            case RELOCATED -> relocated(matter).arrived() ? "moved into" : "moved out of";
        };
    }

    // --- summary

    /** A few sentences: the topics, entries that came or went, the words that show the first ones, and how much more there is. */
    List<Statement> summary() {
        List<Statement> sentences = new ArrayList<>();
        if (matters.isEmpty()) {
            sentences.add(form());
            if (subject.diff().changeClass() == ChangeClass.DATE_OR_NUMBER) {
                IntStream.range(0, Math.min(2, subject.diff().hunks().size()))
                        .forEach(hunk -> sentences.add(teller.tell(hunk, sentences)));
            }
            return sentences;
        }
        List<Matter> named = matters.stream()
                .filter(Matter::named)
                .filter(matter -> matter.act() != Matter.Act.MOVED || matters.size() == 1)
                .limit(MOST_TOPICS)
                .toList();
        if (named.isEmpty()) {
            sentences.add(places(""));
        } else {
            sentences.add(new Statement(
                    "%s %s.".formatted(theDocument(), Phrasing.clauses(acts(named))),
                    teller.basis(named.stream().flatMap(m -> m.hunks().stream()).toList())));
        }
        new EntryTeller(subject).tell().stream().limit(1).forEach(sentences::add);
        sentences.addAll(quotes(sentences));
        // of one place all is quoted, and what its sentence is about besides is not what changed
        if (named.isEmpty() && Matters.telling(subject).size() > 1) {
            passages.toldIn(sentences).ifPresent(topics -> sentences.set(0, places(", " + topics)));
        }
        themes().ifPresent(sentences::add);
        headings().ifPresent(sentences::add);
        names().ifPresent(sentences::add);
        if (!named.isEmpty()) {
            rest(named).ifPresent(sentences::add);
        }
        return sentences;
    }

    /** What stands in the record beyond the matters named: further ones, and how much of the text changed in all. */
    private Optional<Statement> rest(List<Matter> named) {
        List<Matter> left =
                matters.stream().filter(Matter::named).skip(named.size()).toList();
        Set<Integer> told = new LinkedHashSet<>();
        named.forEach(matter -> told.addAll(matter.hunks()));
        boolean more = Matters.telling(subject).stream().anyMatch(hunk -> !told.contains(hunk));
        List<String> parts = new ArrayList<>();
        if (more) {
            parts.add("in all it " + Phrasing.list(deeds(subject)));
        }
        if (!left.isEmpty()) {
            parts.add(Phrasing.number(left.size(), "further matter is", "further matters are")
                    + " set out in the record");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        Phrasing.capital(String.join("; ", parts)) + ".", teller.basis(Matters.telling(subject))));
    }

    /** The words of the first matter, those that are newest in the whole change, and while it stays short two more. */
    private List<Statement> quotes(List<Statement> before) {
        List<Statement> quotes = new ArrayList<>();
        Set<Integer> quoted = new LinkedHashSet<>();
        List<Matter> shown = matters.stream()
                .filter(matter -> matter.act() != Matter.Act.MOVED)
                .filter(matter -> matter.named() || matter.equals(matters.get(0)))
                .toList();
        for (Matter matter : shown) {
            if (enough(before, quotes, quoted)) {
                break;
            }
            teller.hunkOf(matter, quoted, quotes).ifPresent(hunk -> {
                quoted.add(hunk);
                quotes.add(teller.tell(hunk, matter, quotes));
            });
            if (quoted.size() == 1) {
                // where all stands in one place, its sentence with the newest words beside the one that shows the
                // matter
                newest(quoted, quotes)
                        .or(() -> teller.tellMore(quoted.iterator().next(), quotes))
                        .filter(more ->
                                quotes.stream().noneMatch(quote -> quote.text().equals(more.text())))
                        .ifPresent(quotes::add);
            }
        }
        while (!enough(before, quotes, quoted)) {
            Optional<Statement> more = newest(quoted, quotes);
            if (more.isEmpty()) {
                break;
            }
            quotes.add(more.get());
        }
        addTheFewLeft(before, quotes, quoted);
        return quotes;
    }

    private Optional<Statement> newest(Set<Integer> quoted, List<Statement> quotes) {
        Optional<Integer> hunk = teller.newest(Matters.telling(subject), quoted, quotes);
        hunk.ifPresent(quoted::add);
        return hunk.map(number -> teller.tell(number, quotes));
    }

    private static boolean enough(List<Statement> before, List<Statement> quotes, Set<Integer> quoted) {
        int words = Stream.concat(before.stream(), quotes.stream())
                .mapToInt(sentence -> Phrasing.words(sentence.text()))
                .sum();
        return quoted.size() >= MOST_QUOTED || quoted.size() >= ALWAYS_QUOTED && words >= SHORT;
    }

    /** Of a change in few places none is left out while the summary stays readable. */
    private void addTheFewLeft(List<Statement> before, List<Statement> quotes, Set<Integer> quoted) {
        List<Integer> telling = Matters.telling(subject);
        if (telling.size() > FEW_PLACES) {
            return;
        }
        for (int hunk : telling) {
            Statement told = teller.tell(hunk, quotes);
            int words = Stream.of(before, quotes, List.of(told))
                    .flatMap(List::stream)
                    .mapToInt(sentence -> Phrasing.words(sentence.text()))
                    .sum();
            if (words <= LONG
                    && !teller.repeats(hunk, quoted)
                    && quoted.add(hunk)
                    && quotes.stream().noneMatch(quote -> quote.text().equals(told.text()))) {
                quotes.add(told);
            }
        }
    }

    /** One clause for each thing done, with all topics it was done to. */
    private List<String> acts(List<Matter> named) {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        for (Matter matter : named) {
            topics.computeIfAbsent(verb(matter), verb -> new ArrayList<>()).add(topic(matter));
        }
        return topics.entrySet().stream()
                .map(entry -> entry.getKey() + " " + Phrasing.list(entry.getValue()))
                .toList();
    }

    private String topic(Matter matter) {
        ProvisionType type = catalogue.type(matter.main().type());
        return matter.denial()
                ? Titles.denial(type, matter.main())
                : type.change().topic();
    }

    private String verb(Matter matter) {
        if (matter.denial()) {
            return switch (matter.act()) {
                case ADDED -> "added the statement";
                case REMOVED ->
                    matter.partly() ? "removed, in one of its places, the statement" : "removed the statement";
                case REWORDED -> "changed the wording of the statement";
                case MOVED -> "moved, in the same words, the statement";
                case RELOCATED -> relocating(relocated(matter)) + " the statement";
            };
        }
        return switch (matter.act()) {
            case ADDED -> matter.partly() ? "added further language describing" : "added language describing";
            case REMOVED -> matter.partly() ? "removed some of its language describing" : "removed language describing";
            case REWORDED -> "changed its language describing";
            case MOVED -> "moved, in the same words, its language describing";
            case RELOCATED -> relocating(relocated(matter)) + " the language describing";
        };
    }

    private static String relocating(Relocated where) {
        return (where.arrived() ? "took over from the " : "gave over to the ") + inText(where.document());
    }

    private Relocated relocated(Matter matter) {
        return matter.provisions().stream()
                .flatMap(provision -> subject.relocated(provision.id()).stream())
                .findFirst()
                .orElseThrow();
    }

    /** In a text that was largely rewritten, the words it uses far more than before. */
    private Optional<Statement> themes() {
        List<Integer> telling = Matters.telling(subject);
        if (telling.size() < REWRITE) {
            return Optional.empty();
        }
        List<String> more = novelty.themes(true, MOST_THEMES).stream()
                .map(theme -> "“%s” (%d times, before %d)".formatted(theme.word(), theme.after(), theme.before()))
                .toList();
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        "Across %d places it now uses far more often: %s."
                                .formatted(telling.size(), Phrasing.list(more)),
                        teller.basis(telling)));
    }

    /** Of a change in more places than are quoted, the headings that came and went. */
    private Optional<Statement> headings() {
        List<Integer> telling = Matters.telling(subject);
        if (telling.size() <= FEW_PLACES || exchange.isPresent()) {
            return Optional.empty();
        }
        HeadingsChanged headings = HeadingsChanged.of(subject);
        return headings.none() ? Optional.empty() : Optional.of(new Statement(headings.told(), teller.basis(telling)));
    }

    /** Of a change in more places than are quoted, the names that came and went. */
    private Optional<Statement> names() {
        List<Integer> telling = Matters.telling(subject);
        if (telling.size() <= FEW_PLACES || exchange.isPresent()) {
            return Optional.empty();
        }
        NamesChanged names = NamesChanged.of(subject);
        return names.none()
                ? Optional.empty()
                : Optional.of(new Statement(names.told(subject.after()), teller.basis(telling)));
    }

    // --- changes without a provision

    private Statement places(String where) {
        String deeds = Phrasing.list(deeds(subject));
        String what = exchange.map(languages -> "%s; it %s".formatted(languages.done(), deeds))
                .orElse(deeds);
        return new Statement("%s %s%s.".formatted(theDocument(), what, where), teller.basis(Matters.telling(subject)));
    }

    /** The document at the beginning of a sentence, with the part of it under which all stands that its quotes stand under in several places. */
    private String theDocument() {
        String document = "updated " + inText(subject.document());
        List<String> sections = Matters.telling(subject).stream()
                .map(subject.diff().hunks()::get)
                .map(Hunk::afterSection)
                .distinct()
                .toList();
        return place.filter(part -> sections.size() > 1)
                .map(part -> HunkTeller.where(part.heading()))
                .filter(heading -> !heading.isEmpty())
                .map(heading -> "Under " + heading + ", the " + document)
                .orElse("The " + document);
    }

    /** What was done to the text, counted: "added text in 2 places and removed text in 1 place". */
    static List<String> deeds(Subject subject) {
        int[] kinds = new int[HunkKind.values().length];
        for (int hunk : Matters.telling(subject)) {
            kinds[subject.diff().hunks().get(hunk).kind().ordinal()]++;
        }
        List<String> deeds = new ArrayList<>();
        if (kinds[HunkKind.INSERTED.ordinal()] > 0) {
            deeds.add("added text in " + Phrasing.number(kinds[HunkKind.INSERTED.ordinal()], "place", "places"));
        }
        if (kinds[HunkKind.DELETED.ordinal()] > 0) {
            deeds.add("removed text in " + Phrasing.number(kinds[HunkKind.DELETED.ordinal()], "place", "places"));
        }
        if (kinds[HunkKind.EDITED.ordinal()] > 0) {
            deeds.add("changed wording in " + Phrasing.number(kinds[HunkKind.EDITED.ordinal()], "place", "places"));
        }
        return deeds;
    }

    private Statement form() {
        String kind = switch (subject.diff().changeClass()) {
            case ORDER -> "only in the order of its sentences";
            case DATE_OR_NUMBER -> "only in dates, numbers or their labels";
            case BOILERPLATE -> "only in menus or other text around the agreement";
            case LINK_OR_IMAGE -> "only in links or images";
            case CASE -> "only in upper and lower case";
            case MARKUP_OR_PUNCTUATION -> "only in markup or punctuation";
            case WHITE_SPACE -> "only in white space";
            case TECHNICAL -> "only in the way it was recorded";
            case VARIANT -> "because another variant was served";
            case SUBSTANTIVE -> "only in the place of some of its text";
        };
        List<Integer> all =
                IntStream.range(0, subject.diff().hunks().size()).boxed().toList();
        return new Statement("The %s changed %s.".formatted(inText(subject.document()), kind), teller.basis(all));
    }

    /** A document's name in the middle of a sentence: "Privacy Policy" becomes "privacy policy". */
    static String inText(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT)) ? name : name.toLowerCase(Locale.ROOT);
    }
}
