package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.catalogue.Wording;
import io.conductatlas.clauses.detection.Choice;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.NamedFactor;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.DiffCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the blocks of a change record from the catalogue's phrases and the document's own words. */
final class RecordWriter {
    private static final Pattern GOING_ON = Pattern.compile(
            "\\bcontinu\\w+\\s+(?:to\\s+)?(?:\\w+\\s+){0,3}?(?:us(?:e|ing)|access|visit|pay)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USING = Pattern.compile(
            "\\bby (?:\\w+ ){0,3}?(?:using|accessing|visiting|registering|clicking|signing|creating|downloading|browsing)\\b"
                    + "|\\byour (?:use|access)\\b.{1,60}\\b(?:constitutes?|means|indicates?|signif(?:y|ies))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGREES = Pattern.compile(
            "\\b(?:agree\\w*|accept(?:s|ed|ing|ance)?|bound|acknowledg\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_EVENTS = 6;
    private static final int MOST_IMPACTS = 5;
    private static final int MOST_ACTIONS = 6;
    private static final int MOST_STEPS = 3;
    private static final int MOST_KEY_CLAUSES = 6;
    private static final int MOST_ARTICLES = 8;
    private static final int ARTICLES_OF_ONE_MATTER = 3;
    private static final int MOST_OBLIGATIONS = 4;
    private static final int MOST_WORDS_LOST = 3;
    private static final int EXCERPT = 40;

    private final Catalogue catalogue;
    private final Subject subject;
    private final List<Matter> matters;
    private final List<AffectedGroup> affected;
    private final Severity severity;
    private final Direction direction;
    private final WayChanges ways;
    private final HunkTeller teller;
    private final PassageTopics passages;

    RecordWriter(
            Catalogue catalogue,
            Subject subject,
            List<Matter> matters,
            List<AffectedGroup> affected,
            Severity severity,
            Direction direction,
            WayChanges ways,
            HunkTeller teller,
            PassageTopics passages) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.matters = matters;
        this.affected = affected;
        this.severity = severity;
        this.direction = direction;
        this.ways = ways;
        this.teller = teller;
        this.passages = passages;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block("event_summary", "What happened", eventSummary()));
        blocks.add(new Block("consumer_impact", "What it means for people", consumerImpact()));
        blocks.add(new Block("affected_users", "Who is affected", affectedUsers()));
        blocks.add(new Block("governance_analysis", "Governance analysis", governance()));
        blocks.add(new Block("available_actions", "Available actions", actions()));
        blocks.add(new Block("if_no_action", "If no action is taken", ifNothingIsDone()));
        blocks.add(new Block("key_clauses", "Key clauses", keyClauses()));
        blocks.add(new Block("compliance_obligations", "Obligation analysis", obligations()));
        blocks.add(new Block("compliance_escalation", "Escalation trigger", escalation()));
        blocks.add(new Block("compliance_board", "For the board", board()));
        blocks.add(new Block("compliance_recommended", "Recommended action", recommended()));
        blocks.add(new Block(
                "disclaimer",
                "About this record",
                List.of(new Statement(
                        "This record describes what a document states. It is not a legal determination, and what applies "
                                + "varies by jurisdiction.",
                        List.of()))));
        return blocks.stream().filter(block -> !block.statements().isEmpty()).toList();
    }

    private List<Matter> named() {
        return matters.stream().filter(Matter::named).toList();
    }

    /** Matters whose meaning changed; all named ones where none did. */
    private List<Matter> ofMeaning() {
        List<Matter> meaning = named().stream()
                .filter(matter -> matter.act() != Matter.Act.REWORDED && matter.act() != Matter.Act.MOVED)
                .toList();
        return meaning.isEmpty() ? named() : meaning;
    }

    // --- what happened

    private List<Statement> eventSummary() {
        List<Statement> statements = new ArrayList<>();
        List<Integer> telling = Matters.telling(subject);
        DiffCounts counts = subject.diff().counts();
        if (!telling.isEmpty()) {
            statements.add(new Statement(
                    "%s %s of its %s: %s in, %d out."
                            .formatted(
                                    subject.platform(),
                                    Phrasing.list(SummaryWriter.deeds(subject)),
                                    subject.document(),
                                    Phrasing.number(counts.wordsAdded(), "word", "words"),
                                    counts.wordsRemoved()),
                    teller.basis(telling)));
        }
        statements.addAll(new EntryTeller(subject).tell());
        Set<Integer> told = new LinkedHashSet<>();
        for (Matter matter : matters) {
            if (told.size() < MOST_EVENTS) {
                teller.hunkOf(matter, told, statements).ifPresent(hunk -> {
                    told.add(hunk);
                    Statement event = teller.tell(hunk, matter, statements);
                    if (statements.stream().noneMatch(one -> one.text().equals(event.text()))) {
                        statements.add(event);
                    }
                });
            }
        }
        for (Matter matter : named()) {
            for (AssessedProvision provision : matter.provisions()) {
                modality(provision).ifPresent(statements::add);
            }
        }
        int untold = telling.size() - told.size();
        if (untold > 0 && told.size() == MOST_EVENTS) {
            statements.add(new Statement(
                    "The comparison lists %s more.".formatted(Phrasing.number(untold, "place", "places")),
                    teller.basis(telling.stream().filter(h -> !told.contains(h)).toList())));
        }
        return statements;
    }

    /** Weak and strong words that a provision gained or lost. */
    private Optional<Statement> modality(AssessedProvision provision) {
        if (provision.wordingsGained().isEmpty() && provision.wordingsLost().isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (!provision.wordingsGained().isEmpty()) {
            parts.add("gained " + Phrasing.list(quoted(provision.wordingsGained())));
        }
        if (!provision.wordingsLost().isEmpty()) {
            parts.add("lost " + Phrasing.list(quoted(provision.wordingsLost())));
        }
        return Optional.of(new Statement(
                "The wording on %s %s."
                        .formatted(catalogue.type(provision.type()).change().topic(), Phrasing.list(parts)),
                teller.basis(provision.hunks())));
    }

    private List<String> quoted(List<String> slugs) {
        return catalogue.wordings().stream()
                .filter(wording -> slugs.contains(wording.slug()))
                .map(Wording::text)
                .map(text -> "“" + text + "”")
                .toList();
    }

    // --- what it means

    private List<Statement> consumerImpact() {
        List<Statement> statements = new ArrayList<>();
        for (Matter matter : ofMeaning().stream().limit(MOST_IMPACTS).toList()) {
            statements.add(new Statement(impact(matter), teller.basis(matter.hunks())));
            factors(matter).ifPresent(statements::add);
        }
        statements.addAll(ways());
        if (statements.isEmpty()) {
            statements.add(new Statement(untold(), teller.basis(all())));
        }
        return statements;
    }

    /** What is left to say where the changed words show no matter: what the sentences they stand in are about, if that is sure. */
    private String untold() {
        if (Matters.telling(subject).isEmpty()) {
            return "The words of the agreement itself did not change for people.";
        }
        return passages.told()
                .map(
                        "The words that changed stand %s; what they do to it has to be read from the passages quoted."
                                ::formatted)
                .orElse(
                        "The words that changed show no provision of the catalogue's types by themselves; their effect has to be read from the passages quoted.");
    }

    private List<Statement> ways() {
        List<Statement> statements = new ArrayList<>();
        if (!ways.lost().isEmpty()) {
            statements.add(new Statement(
                    "In %s the document takes out words on what people can do, such as opting out or using a setting; it speaks of such ways less often than before."
                            .formatted(Phrasing.number(ways.lost().size(), "place", "places")),
                    teller.basis(ways.lost())));
        }
        if (!ways.gained().isEmpty()) {
            statements.add(new Statement(
                    "In %s the document adds words on what people can do, such as opting out or using a setting; it speaks of such ways more often than before."
                            .formatted(Phrasing.number(ways.gained().size(), "place", "places")),
                    teller.basis(ways.gained())));
        }
        return statements;
    }

    private String impact(Matter matter) {
        if (matter.act() == Matter.Act.RELOCATED) {
            return relocation(matter);
        }
        ProvisionType type = catalogue.type(matter.main().type());
        String topic = type.change().topic();
        if (matter.denial()) {
            String denial = Titles.denial(type, matter.main());
            return switch (matter.act()) {
                case ADDED -> "The document now makes the statement %s.".formatted(denial);
                case REMOVED ->
                    matter.partly()
                            ? "The statement %s is made in fewer places than before.".formatted(denial)
                            : "The document no longer makes the statement %s; what is done in practice cannot be read from it."
                                    .formatted(denial);
                case REWORDED, MOVED, RELOCATED ->
                    "The statement %s stays, in other words or in another place.".formatted(denial);
            };
        }
        String impact = type.texts().impact();
        return switch (matter.act()) {
            case ADDED ->
                matter.partly()
                        ? "The document spoke of %s before and now says more about it.".formatted(topic)
                        : impact;
            case REMOVED -> {
                if (matter.partly()) {
                    yield "The document says less than before on %s; some language on it stays.".formatted(topic);
                }
                yield type.stance() == Stance.DISCLOSURE
                        ? "The document no longer describes %s; whether the practice goes on cannot be read from it."
                                .formatted(topic)
                        : "The document no longer contains language on %s.".formatted(topic);
            }
            case REWORDED ->
                "The language on %s changed; how far it reaches now has to be read from the passages quoted."
                        .formatted(topic);
            case MOVED, RELOCATED -> "The language on %s stands in another place with the same words.".formatted(topic);
        };
    }

    private String relocation(Matter matter) {
        Relocated where = matter.provisions().stream()
                .flatMap(provision -> subject.relocated(provision.id()).stream())
                .findFirst()
                .orElseThrow();
        ProvisionType type = catalogue.type(matter.main().type());
        String what = matter.denial()
                ? "The statement " + Titles.denial(type, matter.main())
                : "The language on " + type.change().topic();
        String moved = where.arrived()
                ? "%s stood in the %s until now and stands here since"
                        .formatted(what, SummaryWriter.inText(where.document()))
                : "%s stands in the %s now".formatted(what, SummaryWriter.inText(where.document()));
        return where.wordsLost().isEmpty()
                ? moved + ", saying the same."
                : "%s; on the way it lost %s."
                        .formatted(
                                moved,
                                Phrasing.list(where.wordsLost().stream()
                                        .limit(MOST_WORDS_LOST)
                                        .map(words -> "“" + words.strip() + "”")
                                        .toList()));
    }

    /** What makes a changed provision weigh more or less than before, each shown by the words it was read from. */
    private Optional<Statement> factors(Matter matter) {
        List<String> says = new ArrayList<>();
        List<Basis> basis = new ArrayList<>();
        for (AssessedProvision provision : matter.provisions()) {
            boolean fresh = provision.effect() == Effect.INTRODUCED;
            boolean changed = provision.effect() == Effect.STRENGTHENED || provision.effect() == Effect.WEAKENED;
            if (!fresh && !changed) {
                continue;
            }
            for (NamedFactor factor : provision.factorsGained()) {
                add(says, basis, fresh ? "" : "newly: ", factor, Basis.Side.AFTER);
            }
            for (NamedFactor factor : provision.factorsLost()) {
                add(says, basis, "no longer: ", factor, Basis.Side.BEFORE);
            }
        }
        if (says.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Statement("As read from its words: %s.".formatted(String.join("; ", says)), List.copyOf(basis)));
    }

    private static void add(List<String> says, List<Basis> basis, String before, NamedFactor factor, Basis.Side side) {
        String core = Phrasing.withoutStop(Phrasing.inside(factor.says()));
        if (says.stream().noneMatch(said -> said.endsWith(core))) {
            says.add(before + core);
            basis.add(new Basis(side, factor.words().start(), factor.words().end(), -1));
        }
    }

    private List<Statement> affectedUsers() {
        if (matters.isEmpty()) {
            return List.of();
        }
        List<AffectedGroup> groups = affected.stream().skip(1).toList();
        if (groups.isEmpty()) {
            return List.of(new Statement(
                    "The words that changed name no particular group; they concern everyone the document binds.",
                    teller.basis(all())));
        }
        Map<Direction, List<String>> names = new LinkedHashMap<>();
        for (Direction each : Direction.values()) {
            for (AffectedGroup group : groups) {
                if (group.direction() == each) {
                    names.computeIfAbsent(each, d -> new ArrayList<>()).add(group.name());
                }
            }
        }
        List<Statement> statements = new ArrayList<>();
        List<Basis> basis = teller.basis(
                named().stream().flatMap(matter -> matter.hunks().stream()).toList());
        names.forEach(
                (each, who) -> statements.add(new Statement(direction(each).formatted(Phrasing.list(who)), basis)));
        return statements;
    }

    private static String direction(Direction direction) {
        return switch (direction) {
            case NEGATIVE -> "The change goes against %s, whom the changed passages name.";
            case POSITIVE -> "The change goes in favour of %s, whom the changed passages name.";
            case NEUTRAL -> "The changed passages name %s, and go neither for nor against them.";
        };
    }

    // --- what can be done

    private List<Statement> governance() {
        List<Statement> statements = new ArrayList<>();
        Set<String> cited = new LinkedHashSet<>();
        for (Matter matter : ofMeaning()) {
            int ofThis = 0;
            for (EngagedRegulation article :
                    Regulations.of(catalogue, matter.main().type())) {
                if (statements.size() < MOST_ARTICLES
                        && ofThis < ARTICLES_OF_ONE_MATTER
                        && cited.add(article.regulation() + article.article())) {
                    ofThis++;
                    statements.add(new Statement(
                            "%s %s (%s) is engaged %s: %s"
                                    .formatted(
                                            article.name(),
                                            article.article(),
                                            Phrasing.inside(article.heading()),
                                            article.when(),
                                            Phrasing.inside(article.why())),
                            teller.basis(matter.hunks())));
                }
            }
        }
        return statements;
    }

    private List<Statement> actions() {
        List<Statement> statements = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (Matter matter : ofMeaning()) {
            for (AssessedProvision assessed : matter.provisions()) {
                Choice choice =
                        after(assessed.id()).map(DetectedProvision::choice).orElse(Choice.NONE_STATED);
                for (Quote step : choice.steps()) {
                    if (statements.size() < MOST_STEPS && said.add(step.text())) {
                        statements.add(quoted("The document states: ", step));
                    }
                }
            }
        }
        if (statements.isEmpty() && !ofMeaning().isEmpty()) {
            statements.add(otherwise());
        }
        for (Matter matter : ofMeaning()) {
            boolean better = matter.main().direction() == Direction.POSITIVE;
            if (matter.act() != Matter.Act.REMOVED && !matter.denial() && !better) {
                for (String choice :
                        catalogue.type(matter.main().type()).texts().choices()) {
                    if (statements.size() < MOST_ACTIONS && said.add(choice)) {
                        statements.add(advice(matter, choice));
                    }
                }
            }
        }
        return statements;
    }

    private Statement advice(Matter matter, String advice) {
        return new Statement(
                "%s: %s".formatted(matter.main().title(), Phrasing.sentence(Phrasing.inside(advice))),
                teller.basis(matter.hunks()));
    }

    /** Where no way out stands beside the passages: whether the document has one elsewhere. */
    private Statement otherwise() {
        List<Integer> hunks =
                ofMeaning().stream().flatMap(matter -> matter.hunks().stream()).toList();
        Optional<Quote> elsewhere = WaysOut.of(subject.after())
                .leadingOutOf(ofMeaning().stream()
                        .flatMap(matter -> matter.provisions().stream())
                        .map(provision -> provision.title()
                                + " "
                                + catalogue.type(provision.type()).change().topic())
                        .collect(Collectors.joining(" ")));
        if (elsewhere.isPresent()) {
            return quoted(
                    "No choice is stated beside the passages concerned; elsewhere the document states: ",
                    elsewhere.get());
        }
        return new Statement(
                "No opt-out was found in the document, neither beside the passages concerned nor elsewhere.",
                teller.basis(hunks));
    }

    private static Statement quoted(String before, Quote words) {
        return new Statement(
                Phrasing.sentence(before + Phrasing.excerpt(words.text(), EXCERPT)),
                List.of(new Basis(Basis.Side.AFTER, words.start(), words.end(), -1)));
    }

    private Optional<DetectedProvision> after(String id) {
        return subject.provisionsAfter().stream()
                .filter(tracked -> tracked.id().equals(id))
                .map(TrackedProvision::provision)
                .findFirst();
    }

    private List<Statement> ifNothingIsDone() {
        List<Statement> statements = new ArrayList<>();
        if (matters.isEmpty()) {
            return statements;
        }
        if (subject.effectiveDate() != null) {
            statements.add(new Statement(
                    "The document states %s as its effective date.".formatted(Phrasing.date(subject.effectiveDate())),
                    List.of()));
        }
        Set<String> said = new LinkedHashSet<>();
        for (Matter matter : ofMeaning()) {
            for (AssessedProvision assessed : matter.provisions()) {
                for (Quote deadline : after(assessed.id())
                        .map(provision -> provision.choice().deadlines())
                        .orElse(List.of())) {
                    if (said.size() < 2 && said.add(deadline.text())) {
                        statements.add(quoted("A time is stated: ", deadline));
                    }
                }
            }
        }
        statements.add(onContinuedUse()
                .map(words -> quoted("On continued use the document states: ", words))
                .orElseGet(() -> new Statement(
                        "No statement was found in the document on what continued use means.", teller.basis(all()))));
        return statements;
    }

    /** Rather what going on means than what beginning means; a sentence on another way to agree says nothing of use. */
    private Optional<Quote> onContinuedUse() {
        List<Quote> byUse = subject.provisionsAfter().stream()
                .map(TrackedProvision::provision)
                .filter(provision -> provision.type().equals("acceptance-by-use"))
                .flatMap(provision -> provision.quotes().stream())
                .toList();
        return Stream.of(GOING_ON, USING)
                .flatMap(pattern -> byUse.stream()
                        .filter(quote -> pattern.matcher(quote.text()).find()
                                && AGREES.matcher(quote.text()).find()))
                .findFirst();
    }

    // --- for compliance

    private List<Statement> keyClauses() {
        List<Statement> statements = new ArrayList<>();
        for (Matter matter : named()) {
            for (AssessedProvision provision : matter.provisions()) {
                if (statements.size() < MOST_KEY_CLAUSES
                        && (provision.effect() != Effect.REWORDED || matter.act() == Matter.Act.REWORDED)) {
                    statements.add(new Statement(keyClause(provision), teller.basis(provision.hunks())));
                }
            }
        }
        return statements;
    }

    private String keyClause(AssessedProvision provision) {
        String name = "%s (%s, %s)"
                .formatted(
                        provision.title(),
                        provision.id(),
                        provision.effect().name().toLowerCase(Locale.ROOT));
        Optional<String> was = teller.shownBy(provision, Basis.Side.BEFORE).map(RecordWriter::excerpt);
        Optional<String> is = teller.shownBy(provision, Basis.Side.AFTER).map(RecordWriter::excerpt);
        if (was.isPresent() && is.isPresent() && !was.equals(is)) {
            return Phrasing.sentence("%s: until now %s; now %s".formatted(name, was.get(), is.get()));
        }
        return Phrasing.sentence(
                is.map(now -> name + ": " + now).orElseGet(() -> name + ": until now " + was.orElse("")));
    }

    private static String excerpt(Quote quote) {
        return Phrasing.excerpt(quote.text(), EXCERPT);
    }

    private List<Statement> obligations() {
        List<Statement> statements = new ArrayList<>();
        for (Matter matter : ofMeaning().stream().limit(MOST_OBLIGATIONS).toList()) {
            ProvisionType type = catalogue.type(matter.main().type());
            List<String> articles = Regulations.of(catalogue, type.slug()).stream()
                    .map(article -> article.name() + " " + article.article())
                    .toList();
            if (!articles.isEmpty()) {
                statements.add(new Statement(
                        "%s: questions arise under %s. %s"
                                .formatted(
                                        matter.main().title(),
                                        Phrasing.list(articles),
                                        Phrasing.sentence(type.enforcement())),
                        teller.basis(matter.hunks())));
            }
        }
        return statements;
    }

    private List<Statement> escalation() {
        if (ofMeaning().isEmpty()) {
            return List.of();
        }
        Matter main = heaviest();
        String before = subject.effectiveDate() == null
                ? "before the organisation relies on the new text"
                : "before " + Phrasing.date(subject.effectiveDate());
        String why = "%s, %s".formatted(Phrasing.inside(main.main().title()), done(main));
        String trigger = switch (severity) {
            case HIGH -> "Rated high for %s: legal and privacy leads review the change %s.".formatted(why, before);
            case MEDIUM ->
                "Rated medium for %s: the owner of the vendor relationship reviews the change %s."
                        .formatted(why, before);
            case LOW ->
                "Rated low: the change is noted for the next regular review; nothing in it calls for an earlier one.";
        };
        return List.of(new Statement(trigger, teller.basis(main.hunks())));
    }

    private Matter heaviest() {
        return ofMeaning().stream()
                .filter(matter -> matter.provisions().stream().anyMatch(p -> p.severity() == severity))
                .findFirst()
                .orElse(ofMeaning().get(0));
    }

    private static String done(Matter matter) {
        return switch (matter.act()) {
            case ADDED -> matter.partly() ? "further language added" : "added";
            case REMOVED -> matter.partly() ? "some language removed" : "removed";
            case REWORDED -> "language changed";
            case MOVED, RELOCATED -> "moved";
        };
    }

    private List<Statement> board() {
        if (ofMeaning().isEmpty()) {
            return List.of();
        }
        Matter main = heaviest();
        ProvisionType type = catalogue.type(main.main().type());
        String topic = main.denial()
                ? "the statement " + Titles.denial(type, main.main())
                : "language describing " + type.change().topic();
        String act = switch (main.act()) {
            case ADDED -> main.partly() ? "extended" : "added";
            case REMOVED -> main.partly() ? "shortened" : "removed";
            case MOVED, RELOCATED -> "moved";
            case REWORDED -> "changed";
        };
        String way = switch (direction) {
            case NEGATIVE -> "goes against the people affected";
            case POSITIVE -> "goes in favour of the people affected";
            case NEUTRAL -> "goes neither for nor against the people affected";
        };
        return List.of(new Statement(
                "%s %s %s in its %s. Taken together the change is rated %s and %s."
                        .formatted(
                                subject.platform(),
                                act,
                                topic,
                                subject.document(),
                                severity.name().toLowerCase(Locale.ROOT),
                                way),
                teller.basis(main.hunks())));
    }

    private List<Statement> recommended() {
        List<Statement> statements = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (Matter matter : ofMeaning().stream().limit(MOST_OBLIGATIONS).toList()) {
            for (String item : catalogue.type(matter.main().type()).diligence()) {
                if (statements.size() < MOST_ACTIONS && said.add(item)) {
                    statements.add(advice(matter, item));
                }
            }
        }
        return statements;
    }

    private List<Integer> all() {
        return IntStream.range(0, subject.diff().hunks().size()).boxed().toList();
    }
}
