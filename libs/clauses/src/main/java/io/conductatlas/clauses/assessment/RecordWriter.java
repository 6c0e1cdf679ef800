package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.catalogue.Stance;
import io.conductatlas.clauses.catalogue.Wording;
import io.conductatlas.clauses.detection.DetectedProvision;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.documents.diff.Diff;
import io.conductatlas.documents.diff.Hunk;
import io.conductatlas.documents.diff.HunkKind;
import io.conductatlas.documents.diff.WordSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a change record's sentences from the catalogue's phrases and the document's own words. */
final class RecordWriter {
    private static final int MOST_TOPICS = 3;
    private static final int MOST_EVENTS = 6;
    private static final int MOST_IMPACTS = 4;
    private static final int MOST_ACTIONS = 5;
    private static final int MOST_KEY_CLAUSES = 6;
    private static final int MOST_ARTICLES = 8;
    private static final int WORDS_WORTH_QUOTING = 2;

    private final Catalogue catalogue;
    private final Subject subject;
    private final List<AssessedProvision> provisions;
    private final List<EngagedRegulation> regulations;
    private final Severity severity;
    private final List<AffectedGroup> affected;

    RecordWriter(
            Catalogue catalogue,
            Subject subject,
            List<AssessedProvision> provisions,
            List<EngagedRegulation> regulations,
            Severity severity,
            List<AffectedGroup> affected) {
        this.catalogue = catalogue;
        this.subject = subject;
        this.provisions = provisions;
        this.regulations = regulations;
        this.severity = severity;
        this.affected = affected;
    }

    // --- title

    String title() {
        List<AssessedProvision> told = told();
        if (told.isEmpty()) {
            return subject.platform() + ": " + plainTitle();
        }
        AssessedProvision main = told.get(0);
        String what = Phrasing.inside(titled(main));
        long others = told.stream().map(AssessedProvision::type).distinct().count() - 1;
        String more = others > 0 ? ", and " + Phrasing.number((int) others, "other matter", "other matters") : "";
        return "%s: %s %s the %s%s".formatted(subject.platform(), what, verb(main), subject.document(), more);
    }

    private String titled(AssessedProvision provision) {
        if (provision.polarity() == Polarity.DENIED) {
            return "statement against " + Phrasing.inside(provision.title());
        }
        return provision.title();
    }

    private String verb(AssessedProvision provision) {
        return switch (provision.effect()) {
            case INTRODUCED -> "added to";
            case REMOVED -> "removed from";
            case STRENGTHENED -> promise(provision) ? "made firmer in" : "widened in";
            case WEAKENED -> promise(provision) ? "made less firm in" : "narrowed in";
            case REWORDED -> "reworded in";
            case RELOCATED -> "moved within";
        };
    }

    private String plainTitle() {
        List<Integer> telling = ChangeAssessor.telling(subject);
        if (telling.isEmpty()) {
            return "the " + subject.document() + " changed in form only";
        }
        Set<String> sections = new LinkedHashSet<>();
        for (int hunk : telling) {
            String section = sectionOf(subject.diff().hunks().get(hunk));
            if (!section.isEmpty()) {
                sections.add(section);
            }
        }
        if (sections.isEmpty()) {
            return "wording of the %s changed".formatted(subject.document());
        }
        String first = sections.iterator().next();
        String rest = sections.size() > 1
                ? " and " + Phrasing.number(sections.size() - 1, "other section", "other sections")
                : "";
        return "“%s”%s changed in the %s".formatted(first, rest, subject.document());
    }

    private static String sectionOf(Hunk hunk) {
        String path = hunk.kind() == HunkKind.DELETED ? hunk.beforeSection() : hunk.afterSection();
        return Phrasing.lastHeading(path);
    }

    /** What is worth a sentence: everything but what only moved, unless nothing else happened. */
    private List<AssessedProvision> told() {
        List<AssessedProvision> worth =
                provisions.stream().filter(p -> p.effect() != Effect.RELOCATED).toList();
        return worth.isEmpty() ? provisions : worth;
    }

    // --- summary

    List<Statement> summary() {
        List<Statement> sentences = new ArrayList<>();
        String subjectOfSentence = "The updated " + inText(subject.document());
        for (Effect effect : List.of(
                Effect.INTRODUCED,
                Effect.REMOVED,
                Effect.STRENGTHENED,
                Effect.WEAKENED,
                Effect.REWORDED,
                Effect.RELOCATED)) {
            List<AssessedProvision> of =
                    told().stream().filter(p -> p.effect() == effect).toList();
            if (of.isEmpty() || sentences.size() == 3) {
                continue;
            }
            for (Statement statement : sentences(sentences.isEmpty() ? subjectOfSentence : "It", effect, of)) {
                if (sentences.size() < 3) {
                    sentences.add(statement);
                }
            }
        }
        if (sentences.isEmpty()) {
            sentences.addAll(plainSummary(subjectOfSentence));
        }
        return sentences;
    }

    private List<Statement> sentences(String who, Effect effect, List<AssessedProvision> of) {
        List<Statement> sentences = new ArrayList<>();
        List<AssessedProvision> stated =
                of.stream().filter(p -> p.polarity() == Polarity.STATED).toList();
        List<AssessedProvision> denied =
                of.stream().filter(p -> p.polarity() == Polarity.DENIED).toList();
        for (boolean promise : List.of(false, true)) {
            List<AssessedProvision> part =
                    stated.stream().filter(p -> promise(p) == promise).toList();
            boolean together = effect != Effect.STRENGTHENED && effect != Effect.WEAKENED;
            if (together && !promise && !stated.isEmpty() || !together && !part.isEmpty()) {
                List<AssessedProvision> told = together ? stated : part;
                sentences.add(new Statement(
                        "%s %s %s."
                                .formatted(sentences.isEmpty() ? who : "It", verbPhrase(effect, promise), topics(told)),
                        basis(told)));
            }
        }
        if (!denied.isEmpty()) {
            String next = sentences.isEmpty() ? who : "It";
            List<String> denials = firstByType(denied).stream()
                    .limit(MOST_TOPICS)
                    .map(p -> catalogue.type(p.type()).change().denies())
                    .map(RecordWriter::withoutStates)
                    .toList();
            String verb = switch (effect) {
                case INTRODUCED -> "added the statement";
                case REMOVED -> "removed the statement";
                case RELOCATED -> "moved the statement";
                case STRENGTHENED, WEAKENED, REWORDED -> "reworded the statement";
            };
            sentences.add(new Statement("%s %s %s.".formatted(next, verb, Phrasing.list(denials)), basis(denied)));
        }
        return sentences;
    }

    /** "states that personal data are not sold" as it follows "the statement". */
    private static String withoutStates(String denies) {
        return denies.startsWith("states that ") ? denies.substring("states ".length()) : "that it " + denies;
    }

    /** Whether a provision gives people something, so that more of it is firmer and not wider. */
    private boolean promise(AssessedProvision provision) {
        return provision.polarity() == Polarity.DENIED
                || catalogue.type(provision.type()).stance() == Stance.PROTECTIVE;
    }

    private static String verbPhrase(Effect effect, boolean promise) {
        return switch (effect) {
            case INTRODUCED -> "added language describing";
            case REMOVED -> "removed language describing";
            case STRENGTHENED -> (promise ? "made firmer its" : "widened its") + " language describing";
            case WEAKENED -> (promise ? "made less firm its" : "narrowed its") + " language describing";
            case REWORDED -> "reworded language describing";
            case RELOCATED -> "moved, without changing its words, language describing";
        };
    }

    private String topics(List<AssessedProvision> of) {
        List<AssessedProvision> kinds = firstByType(of);
        List<String> topics = new ArrayList<>(kinds.stream()
                .limit(MOST_TOPICS)
                .map(p -> catalogue.type(p.type()).change().topic())
                .toList());
        if (kinds.size() > MOST_TOPICS) {
            topics.add(Phrasing.number(kinds.size() - MOST_TOPICS, "further matter", "further matters"));
        }
        return Phrasing.list(topics);
    }

    private static List<AssessedProvision> firstByType(List<AssessedProvision> of) {
        Map<String, AssessedProvision> first = new LinkedHashMap<>();
        of.forEach(p -> first.putIfAbsent(p.type(), p));
        return List.copyOf(first.values());
    }

    private List<Statement> plainSummary(String who) {
        List<Statement> sentences = new ArrayList<>();
        List<Integer> telling = ChangeAssessor.telling(subject);
        Diff diff = subject.diff();
        if (telling.isEmpty()) {
            String kind = switch (diff.changeClass()) {
                case ORDER -> "the order of its sentences";
                case DATE_OR_NUMBER -> "a date or a number";
                case BOILERPLATE -> "menus or other text around the agreement";
                case LINK_OR_IMAGE -> "links or images";
                case CASE -> "upper and lower case";
                case MARKUP_OR_PUNCTUATION -> "markup or punctuation";
                case WHITE_SPACE -> "white space";
                case TECHNICAL -> "the way it was recorded";
                case VARIANT -> "the variant that was served";
                case SUBSTANTIVE -> "wording";
            };
            sentences.add(
                    new Statement("%s differs from the one before in %s only.".formatted(who, kind), hunkBasis(all())));
            return sentences;
        }
        sentences.add(new Statement("%s %s.".formatted(who, Phrasing.list(acts(telling))), hunkBasis(telling)));
        for (int hunk : largest(telling, 2)) {
            sentences.add(event(hunk));
        }
        return sentences;
    }

    private List<String> acts(List<Integer> telling) {
        int[] kinds = new int[HunkKind.values().length];
        telling.forEach(hunk -> kinds[subject.diff().hunks().get(hunk).kind().ordinal()]++);
        List<String> acts = new ArrayList<>();
        if (kinds[HunkKind.INSERTED.ordinal()] > 0) {
            acts.add("adds text in " + Phrasing.number(kinds[HunkKind.INSERTED.ordinal()], "place", "places"));
        }
        if (kinds[HunkKind.DELETED.ordinal()] > 0) {
            acts.add("removes text in " + Phrasing.number(kinds[HunkKind.DELETED.ordinal()], "place", "places"));
        }
        if (kinds[HunkKind.EDITED.ordinal()] > 0) {
            acts.add("changes the wording in " + Phrasing.number(kinds[HunkKind.EDITED.ordinal()], "place", "places"));
        }
        return acts;
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < subject.diff().hunks().size(); i++) {
            all.add(i);
        }
        return all;
    }

    private List<Integer> largest(List<Integer> hunks, int count) {
        return hunks.stream()
                .sorted(Comparator.comparingInt(
                                (Integer h) -> -size(subject.diff().hunks().get(h)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .sorted()
                .toList();
    }

    private static int size(Hunk hunk) {
        return hunk.words().stream()
                .filter(span -> span.op() != WordSpan.Op.EQUAL)
                .mapToInt(span -> span.text().length())
                .sum();
    }

    // --- one hunk in words

    /** What happened at one place, in the document's own words. */
    private Statement event(int number) {
        Hunk hunk = subject.diff().hunks().get(number);
        String section = sectionOf(hunk);
        String where = section.isEmpty() ? "" : " under “" + section + "”";
        String text = switch (hunk.kind()) {
            case INSERTED -> "Added%s: %s".formatted(where, Phrasing.excerpt(hunk.after()));
            case DELETED -> "Removed%s: %s".formatted(where, Phrasing.excerpt(hunk.before()));
            case MOVED -> "Moved%s: %s".formatted(where, Phrasing.excerpt(hunk.after()));
            case EDITED -> edit(hunk, where);
        };
        return new Statement(Phrasing.sentence(text), hunkBasis(List.of(number)));
    }

    private static String edit(Hunk hunk, String where) {
        Optional<String> went = longest(hunk, WordSpan.Op.DELETE);
        Optional<String> came = longest(hunk, WordSpan.Op.INSERT);
        if (went.isPresent() && came.isPresent()) {
            return "Changed%s: %s became %s"
                    .formatted(where, Phrasing.excerpt(went.get()), Phrasing.excerpt(came.get()));
        }
        if (came.isPresent()) {
            return "Changed%s: the words %s were added to %s"
                    .formatted(where, Phrasing.excerpt(came.get()), Phrasing.excerpt(hunk.before()));
        }
        if (went.isPresent()) {
            return "Changed%s: the words %s were taken out of %s"
                    .formatted(where, Phrasing.excerpt(went.get()), Phrasing.excerpt(hunk.before()));
        }
        return "Changed%s: %s became %s"
                .formatted(where, Phrasing.excerpt(hunk.before()), Phrasing.excerpt(hunk.after()));
    }

    private static Optional<String> longest(Hunk hunk, WordSpan.Op op) {
        return hunk.words().stream()
                .filter(span -> span.op() == op)
                .map(span -> span.text().strip())
                .filter(text -> text.chars().anyMatch(Character::isLetterOrDigit))
                .filter(text -> text.split("\\s+").length >= WORDS_WORTH_QUOTING || text.length() > 2)
                .max(Comparator.comparingInt(String::length));
    }

    // --- blocks

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
        blocks.add(new Block("compliance_escalation", "Escalation", escalation()));
        blocks.add(new Block("compliance_board", "For the board", board()));
        blocks.add(new Block("compliance_recommended", "Recommended action", recommended()));
        blocks.add(new Block(
                "disclaimer",
                "About this record",
                List.of(new Statement(
                        "This record describes what a document states; it is not a legal determination, and what applies "
                                + "varies by jurisdiction.",
                        List.of()))));
        return blocks.stream().filter(block -> !block.statements().isEmpty()).toList();
    }

    private List<Statement> eventSummary() {
        List<Statement> statements = new ArrayList<>();
        List<Integer> telling = ChangeAssessor.telling(subject);
        Diff diff = subject.diff();
        if (!telling.isEmpty()) {
            statements.add(new Statement(
                    "The change %s; %s came and %s went."
                            .formatted(
                                    Phrasing.list(acts(telling)),
                                    Phrasing.number(diff.counts().wordsAdded(), "word", "words"),
                                    Phrasing.number(diff.counts().wordsRemoved(), "word", "words")),
                    hunkBasis(telling)));
        }
        Set<Integer> told = new LinkedHashSet<>();
        for (AssessedProvision provision : told()) {
            provision.hunks().stream()
                    .filter(told::add)
                    .limit(1)
                    .filter(h -> statements.size() <= MOST_EVENTS)
                    .forEach(hunk -> statements.add(event(hunk)));
        }
        for (int hunk : largest(telling, MOST_EVENTS)) {
            if (statements.size() <= MOST_EVENTS && told.add(hunk)) {
                statements.add(event(hunk));
            }
        }
        for (AssessedProvision provision : told().stream().limit(MOST_EVENTS).toList()) {
            modality(provision).ifPresent(statements::add);
        }
        return statements;
    }

    /** Weak and strong words that a provision gained or lost. */
    private Optional<Statement> modality(AssessedProvision provision) {
        if (provision.effect() == Effect.INTRODUCED || provision.effect() == Effect.REMOVED) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (!provision.wordingsGained().isEmpty()) {
            parts.add("gained " + Phrasing.list(quoted(provision.wordingsGained())));
        }
        if (!provision.wordingsLost().isEmpty()) {
            parts.add("lost " + Phrasing.list(quoted(provision.wordingsLost())));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(
                "The wording on %s %s."
                        .formatted(catalogue.type(provision.type()).change().topic(), Phrasing.list(parts)),
                basis(List.of(provision))));
    }

    private List<String> quoted(List<String> slugs) {
        return catalogue.wordings().stream()
                .filter(wording -> slugs.contains(wording.slug()))
                .map(Wording::text)
                .map(text -> "“" + text + "”")
                .toList();
    }

    private List<Statement> consumerImpact() {
        List<Statement> statements = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        for (AssessedProvision provision : told()) {
            if (statements.size() < MOST_IMPACTS && types.add(provision.type() + provision.effect())) {
                statements.add(new Statement(impact(provision), basis(List.of(provision))));
            }
        }
        if (statements.isEmpty()) {
            statements.add(new Statement(
                    ChangeAssessor.telling(subject).isEmpty()
                            ? "Nothing in the words of the agreement changed for people."
                            : "No provision of the catalogue was introduced, removed or changed; the words that differ are listed.",
                    hunkBasis(all())));
        }
        return statements;
    }

    private String impact(AssessedProvision provision) {
        ProvisionType type = catalogue.type(provision.type());
        String topic = type.change().topic();
        if (provision.polarity() == Polarity.DENIED) {
            String denial = withoutStates(type.change().denies());
            return switch (provision.effect()) {
                case INTRODUCED -> "The document now makes the statement %s.".formatted(denial);
                case REMOVED ->
                    "The document no longer makes the statement %s; what happens in practice cannot be read from it."
                            .formatted(denial);
                case RELOCATED, STRENGTHENED, WEAKENED, REWORDED ->
                    "The statement %s stays, in other words or another place.".formatted(denial);
            };
        }
        return switch (provision.effect()) {
            case INTRODUCED -> type.texts().impact();
            case REMOVED ->
                type.stance() == Stance.DISCLOSURE
                        ? "The document no longer describes %s; whether the practice goes on cannot be read from it."
                                .formatted(topic)
                        : "The document no longer contains this language on %s.".formatted(topic);
            case STRENGTHENED ->
                type.stance() == Stance.PROTECTIVE
                        ? "The language on %s is firmer than before.".formatted(topic)
                        : "The language on %s reaches further than before. %s"
                                .formatted(topic, type.texts().impact());
            case WEAKENED ->
                type.stance() == Stance.PROTECTIVE
                        ? "The language on %s is less firm than before.".formatted(topic)
                        : "The language on %s reaches less far than before.".formatted(topic);
            case REWORDED ->
                "The language on %s changed without a change of reach that its words show.".formatted(topic);
            case RELOCATED -> "The language on %s stands in another place with the same words.".formatted(topic);
        };
    }

    private List<Statement> affectedUsers() {
        List<AffectedGroup> named = affected.stream().skip(1).toList();
        if (named.isEmpty()) {
            return List.of(new Statement(
                    "The words that changed name no particular group; they concern all users.",
                    hunkBasis(ChangeAssessor.telling(subject))));
        }
        return List.of(new Statement(
                "The provisions concerned name %s."
                        .formatted(Phrasing.list(
                                named.stream().map(AffectedGroup::name).toList())),
                basis(provisions)));
    }

    private List<Statement> governance() {
        List<Statement> statements = new ArrayList<>();
        for (EngagedRegulation regulation :
                regulations.stream().limit(MOST_ARTICLES).toList()) {
            statements.add(new Statement(
                    "%s %s (%s) is engaged %s: %s"
                            .formatted(
                                    regulation.name(),
                                    regulation.article(),
                                    Phrasing.inside(regulation.heading()),
                                    regulation.when(),
                                    Phrasing.inside(regulation.why())),
                    basis(provisions.stream()
                            .filter(p -> p.type().equals(regulation.type()))
                            .toList())));
        }
        return statements;
    }

    private List<Statement> actions() {
        List<Statement> statements = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        boolean stated = false;
        for (AssessedProvision assessed : told()) {
            for (Quote step : after(assessed.id()).map(p -> p.choice().steps()).orElse(List.of())) {
                stated = true;
                if (said.add(step.text()) && statements.size() < MOST_ACTIONS) {
                    statements.add(new Statement(
                            Phrasing.sentence("The document states: " + Phrasing.excerpt(step.text())),
                            List.of(new Basis(Basis.Side.AFTER, step.start(), step.end(), -1))));
                }
            }
            for (Quote deadline :
                    after(assessed.id()).map(p -> p.choice().deadlines()).orElse(List.of())) {
                if (said.add(deadline.text()) && statements.size() < MOST_ACTIONS) {
                    statements.add(new Statement(
                            Phrasing.sentence("A time is stated: " + Phrasing.excerpt(deadline.text())),
                            List.of(new Basis(Basis.Side.AFTER, deadline.start(), deadline.end(), -1))));
                }
            }
        }
        boolean offeredElsewhere = subject.provisionsAfter().stream()
                .anyMatch(t -> t.provision().type().equals("objection-and-opt-out"));
        if (!stated && !offeredElsewhere && !told().isEmpty()) {
            statements.add(new Statement("The document states no opt-out for the passages concerned.", basis(told())));
        }
        for (AssessedProvision assessed : firstByType(told())) {
            if (assessed.effect() != Effect.RELOCATED && assessed.direction() != Direction.POSITIVE) {
                for (String choice : catalogue.type(assessed.type()).texts().choices()) {
                    if (statements.size() < MOST_ACTIONS && said.add(choice)) {
                        statements.add(new Statement(Phrasing.sentence(choice), List.of()));
                    }
                }
            }
        }
        return statements;
    }

    private Optional<DetectedProvision> after(String id) {
        return subject.provisionsAfter().stream()
                .filter(tracked -> tracked.id().equals(id))
                .map(TrackedProvision::provision)
                .findFirst();
    }

    private List<Statement> ifNothingIsDone() {
        List<Statement> statements = new ArrayList<>();
        if (subject.effectiveDate() != null) {
            statements.add(new Statement(
                    "The document gives %s as its effective date.".formatted(subject.effectiveDate()), List.of()));
        }
        Optional<DetectedProvision> byUse = subject.provisionsAfter().stream()
                .map(TrackedProvision::provision)
                .filter(p -> p.type().equals("acceptance-by-use"))
                .findFirst();
        if (byUse.isPresent()) {
            Quote quote = byUse.get().quotes().get(0);
            statements.add(new Statement(
                    Phrasing.sentence("On going on as before the document states: " + Phrasing.excerpt(quote.text())),
                    List.of(new Basis(Basis.Side.AFTER, quote.start(), quote.end(), -1))));
        } else if (!told().isEmpty()) {
            statements.add(new Statement(
                    "The document contains no statement that we recognise on what going on as before means.",
                    List.of()));
        }
        return statements;
    }

    private List<Statement> keyClauses() {
        List<Statement> statements = new ArrayList<>();
        for (AssessedProvision provision :
                told().stream().limit(MOST_KEY_CLAUSES).toList()) {
            List<Quote> quotes = provision.after().isEmpty() ? provision.before() : provision.after();
            String when = provision.after().isEmpty() ? "until now" : "now";
            statements.add(new Statement(
                    Phrasing.sentence("%s (%s, %s): %s"
                            .formatted(
                                    provision.title(),
                                    provision.effect().name().toLowerCase(java.util.Locale.ROOT),
                                    when,
                                    Phrasing.excerpt(touched(provision, quotes).text()))),
                    basis(List.of(provision))));
        }
        return statements;
    }

    /** Of a provision's quotes the first that the change touches. */
    private Quote touched(AssessedProvision provision, List<Quote> quotes) {
        boolean gone = provision.after().isEmpty();
        for (Quote quote : quotes) {
            for (int number : provision.hunks()) {
                Hunk hunk = subject.diff().hunks().get(number);
                int start = gone ? hunk.beforeStart() : hunk.afterStart();
                int end = gone ? hunk.beforeEnd() : hunk.afterEnd();
                if (quote.start() < end && start < quote.end()) {
                    return quote;
                }
            }
        }
        return quotes.get(0);
    }

    private List<Statement> obligations() {
        List<Statement> statements = new ArrayList<>();
        for (AssessedProvision assessed :
                firstByType(told()).stream().limit(MOST_IMPACTS).toList()) {
            ProvisionType type = catalogue.type(assessed.type());
            List<String> articles = Regulations.of(catalogue, type.slug()).stream()
                    .map(r -> r.name() + " " + r.article())
                    .toList();
            if (!articles.isEmpty()) {
                statements.add(new Statement(
                        "%s: questions arise under %s. %s"
                                .formatted(type.name(), Phrasing.list(articles), type.enforcement()),
                        basis(List.of(assessed))));
            }
        }
        return statements;
    }

    private List<Statement> escalation() {
        if (told().isEmpty()) {
            return List.of();
        }
        String trigger = switch (severity) {
            case HIGH ->
                "The change is rated high: legal and privacy leads review it before the text takes effect for the organisation.";
            case MEDIUM -> "The change is rated medium: it goes to the owner of the vendor relationship for review.";
            case LOW -> "The change is rated low: it is noted, and reviewed with the next regular review.";
        };
        return List.of(new Statement(trigger, basis(told())));
    }

    private List<Statement> board() {
        if (told().isEmpty()) {
            return List.of();
        }
        AssessedProvision main = told().get(0);
        ProvisionType type = catalogue.type(main.type());
        String act = switch (main.effect()) {
            case INTRODUCED -> "added language describing";
            case REMOVED -> "removed language describing";
            case STRENGTHENED, WEAKENED, REWORDED -> "changed its language describing";
            case RELOCATED -> "moved language describing";
        };
        return List.of(new Statement(
                "%s %s %s in its %s; the change is rated %s."
                        .formatted(
                                subject.platform(),
                                act,
                                type.change().topic(),
                                subject.document(),
                                severity.name().toLowerCase(java.util.Locale.ROOT)),
                basis(List.of(main))));
    }

    private List<Statement> recommended() {
        List<Statement> statements = new ArrayList<>();
        for (AssessedProvision assessed :
                firstByType(told()).stream().limit(MOST_IMPACTS).toList()) {
            for (String item : catalogue.type(assessed.type()).diligence()) {
                if (statements.size() < MOST_ACTIONS) {
                    statements.add(new Statement(Phrasing.sentence(item), basis(List.of(assessed))));
                }
            }
        }
        return statements;
    }

    // --- basis

    private List<Basis> basis(List<AssessedProvision> of) {
        Set<Basis> basis = new LinkedHashSet<>();
        for (AssessedProvision provision : of) {
            for (int hunk : provision.hunks()) {
                basis.addAll(hunkBasis(List.of(hunk)));
            }
        }
        return List.copyOf(basis);
    }

    private List<Basis> hunkBasis(List<Integer> numbers) {
        List<Basis> basis = new ArrayList<>();
        for (int number : numbers) {
            Hunk hunk = subject.diff().hunks().get(number);
            boolean gone = hunk.kind() == HunkKind.DELETED;
            basis.add(
                    gone
                            ? new Basis(Basis.Side.BEFORE, hunk.beforeStart(), hunk.beforeEnd(), number)
                            : new Basis(Basis.Side.AFTER, hunk.afterStart(), hunk.afterEnd(), number));
        }
        return basis;
    }

    /** A document's name in the middle of a sentence: "Privacy Policy" becomes "privacy policy". */
    private static String inText(String name) {
        return name.equals(name.toUpperCase(java.util.Locale.ROOT)) ? name : name.toLowerCase(java.util.Locale.ROOT);
    }
}
