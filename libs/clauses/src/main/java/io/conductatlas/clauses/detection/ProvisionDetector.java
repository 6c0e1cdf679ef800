package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Factor;
import io.conductatlas.clauses.catalogue.Fallback;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Severity;
import io.conductatlas.clauses.detection.CompiledCatalogue.CompiledFactor;
import io.conductatlas.clauses.detection.CompiledCatalogue.CompiledRule;
import io.conductatlas.clauses.detection.CompiledCatalogue.CompiledSignal;
import io.conductatlas.clauses.detection.CompiledCatalogue.Surroundings;
import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.clauses.phrases.Words;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an agreement and names its provisions. The same text gives the same provisions under the same catalogue.
 *
 * <p>Immutable and safe to share; costs a few milliseconds for a long policy.
 */
public final class ProvisionDetector {
    /** What a sentence has and a heading has not: a pronoun or a verb that makes it speak. */
    static final String SPEECH =
            "(we|you|they|it|i|is|are|be|been|was|may|might|will|shall|must|can|should|do|does|did|not|"
                    + "has|have|had|agree|agrees|uses|use|collect|collects|share|shares|reserves|requires|if|who|that|which|"
                    + "includes|include|any|please|by)";

    private static final String TRACKING = "tracking";

    private static final Set<String> DONE_BY_THE_SERVICE =
            Set.of("data-collected", "data-use", "data-shared", TRACKING);
    private static final Pattern FORBIDS_THE_READER = Pattern.compile(
            "\\b(?:you|users?|customers?|members?)\\s+(?:also\\s+)?"
                    + "(?:(?:may|shall|must|should|can|agree)\\s+not\\b|cannot|will\\s+not\\s+(?!be\\b|receive\\b)"
                    + "|are\\s+(?:strictly\\s+)?prohibited)"
                    + "|^(?:\\(?[a-z0-9.]{1,5}[.)]\\s+)?(?:do\\s+not(?!\\s+track)|don['\u2019]t|never)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words of which one stands in all that {@link #FORBIDS_THE_READER} finds. */
    static final String FORBIDS = "(not|prohibited|never|don|dont)";

    /** What a document is said to tell elsewhere, up to the word that begins it. */
    static final String TELLS_OF = "(policy|policies|statement|notice|notices|addendum|terms) ..4"
            + " (describe|describes|explain|explains|outline|outlines|tell|tells|sets out|set out) ..4"
            + " (how|what|which|whether|types of|kinds of|the data|the information|the personal)";

    /** A sentence that only says where to read on. */
    private static final Pattern SENDS_ELSEWHERE = Pattern.compile(
            "(?:please\\s+)?(?:also\\s+)?(?:for\\s+(?:(?:more|additional|further|detailed)\\s+)?(?:information|details)|see"
                    + "|refer\\s+to|visit|review|read|(?:to\\s+)?learn\\s+(?:more|about)|more\\s+information"
                    + "|you\\s+should\\s+(?:always\\s+|carefully\\s+)?(?:review|read|check|consult)"
                    + "|(?:in\\s+any\\s+case,?\\s+)?you\\s+(?:can|will|may)\\s+(?:also\\s+)?(?:learn|find|read)\\s+more)\\b(?:[^.!?;]|\\.(?=\\S)){0,400}[.!]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern STANDS_ALONE = Pattern.compile(
            "(?:\\(?[a-zA-Z0-9.]{1,5}[.)]\\s+)?(?:(?i:we|you|this|these|our|if|it|they)\\s[^:]{20,}[.;]"
                    + "|[A-Z](?:(?!\\b(?:that|which|who)\\b)[^.:;]){3,60}\\b(?:may|will|shall|must|can|cannot)\\b[^:]{10,}[.])");

    /** Capital letters throughout, or three words and more that begin with one. */
    private static final Pattern TITLE = Pattern.compile(
            "[^\\p{Ll}]{4,}|[A-Z][\\w'\u2019]*(?:\\s+(?:(?:of|to|on|and|or|the|for|in|by|with)\\s+)*[A-Z][\\w'\u2019]*){2,}");

    /** What only illustrates what is said before it, or says that a list is not complete. */
    private static final Pattern AN_EXAMPLE =
            Pattern.compile("(?:for\\s+example|examples?:|e\\.g\\.|keep\\s+in\\s+mind)", Pattern.CASE_INSENSITIVE);

    /** A number and words of which all that matter begin with a capital letter: "9.5 Costs of Review." */
    private static final Pattern NUMBERED_TITLE =
            Pattern.compile("[0-9]{1,2}(?:\\.[0-9]{1,2})*\\.?\\s+[A-Z][\\w'\u2019-]*"
                    + "(?:\\s+(?:(?:of|to|on|and|or|the|for|in|by|with|a|an)\\s+)*[A-Z][\\w'\u2019-]*)+\\.?");

    private static final String SAFEGUARDS = "safeguards";
    private static final String OVERSIGHT = "oversight";
    private static final String PRIVACY_CONTACT = "privacy-contact";

    private static final int SHORT = 8;
    private static final int SHORTEST = 3;
    private static final int LEAD_IN_WORDS = 24;
    private static final int SAME_CLAUSE = 3;
    private static final int MITIGATION_REACH = 6;
    private static final int MOST_QUOTES = 24;
    private static final int MOST_EVIDENCE = 8;
    private static final int MEDIUM_FROM = 2;
    private static final int HIGH_FROM = 4;
    private static final double SUREST = 0.99;
    private static final byte UNKNOWN = 0;
    private static final byte HOLDS = 1;
    private static final byte FAILS = 2;

    private static final Pattern NUMBERED =
            Pattern.compile("\\(?([a-z]{1,4}|[A-Z]|[IVX]{1,5}|[0-9]{1,2}(?:\\.[0-9]{1,2}){0,2})[.)]+(?:\\s|$)");

    /** A number in Roman letters; "i", "v" and "x" may also be letters of the alphabet, which is the rarer case. */
    private static final Pattern ROMAN = Pattern.compile("[ivx]{1,5}");

    private static final Pattern FIRST = Pattern.compile("[aA1i]|.*\\.1");

    private static final Pattern DEFINITION =
            Pattern.compile("(?:\\(?[a-z0-9.]{1,5}\\)?\\s+)?[\"\u201C][^\"\u201D]{1,80}[\"\u201D]:?\\s+"
                    + "(?:means?|shall mean|has the meaning|have the meaning|is defined as|is as defined|refers? to)\\b"
                    + "|When\\s+we\\s+(?:say|use|refer\\s+to)\\s+[\"\u201C]");

    private final CompiledCatalogue compiled;
    private final FallbackRules fallback;
    private final ChoiceReader choices;
    private final TrainedModel model;

    public ProvisionDetector(Catalogue catalogue) {
        this(catalogue, TrainedModel.bundled());
    }

    private ProvisionDetector(Catalogue catalogue, TrainedModel model) {
        this.compiled = new CompiledCatalogue(catalogue);
        this.fallback = new FallbackRules(catalogue);
        this.choices = new ChoiceReader(compiled);
        this.model = model;
    }

    /** A detector that goes by rules alone: for training the model, and for comparison. */
    public static ProvisionDetector withoutModel(Catalogue catalogue) {
        return new ProvisionDetector(catalogue, TrainedModel.NONE);
    }

    /** The catalogue it reads by. */
    public Catalogue catalogue() {
        return compiled.catalogue;
    }

    private record Hit(
            int type, Polarity polarity, ReadSentence sentence, Map<String, Double> rules, List<Evidence> why) {}

    /** A type a text has, and how sure that is. */
    public record Label(String type, Polarity polarity, double confidence) {}

    /** The provisions of an agreement in the order of its text. */
    public List<DetectedProvision> detect(AgreementText agreement) {
        List<ReadSentence> sentences = read(agreement);
        List<Surroundings> around = around(agreement);
        List<Hit> hits = new ArrayList<>();
        Map<Integer, List<Hit>> introducing = new HashMap<>();
        for (ReadSentence sentence : sentences) {
            List<Hit> own = hits(agreement.text(), sentence, around.get(sentence.section()));
            if (own.isEmpty()
                    && sentence.leadIn() >= 0
                    && !sendsElsewhere(agreement.text(), sentence)
                    && !standsAlone(agreement.text(), sentence.start(), sentence.end())) {
                own = ofLeadIn(introducing.getOrDefault(sentence.leadIn(), List.of()), sentence);
            }
            introducing.put(sentence.index(), own);
            hits.addAll(own);
        }
        if (addFallbacks(agreement, sentences, hits)) {
            hits.sort(Comparator.comparingInt(hit -> hit.sentence().index()));
        }
        return provisions(agreement, sentences, hits);
    }

    /** Looks for weaker signs in the clauses without a hit: a paragraph each, or a list with what introduces it. */
    private boolean addFallbacks(AgreementText agreement, List<ReadSentence> sentences, List<Hit> hits) {
        BitSet classified = new BitSet();
        hits.forEach(hit -> classified.set(hit.sentence().index()));
        int before = hits.size();
        int from = 0;
        for (int i = 1; i <= agreement.sentences().size(); i++) {
            if (i == agreement.sentences().size() || beginsAClause(agreement, i)) {
                int next = classified.nextSetBit(from);
                List<ReadSentence> clause = ReadSentence.between(sentences, from, i - 1);
                if (!clause.isEmpty() && (next < 0 || next >= i)) {
                    int first = clause.get(0).index();
                    String title = first == from + 1
                                    && agreement
                                                    .text()
                                                    .indexOf(
                                                            '\n',
                                                            agreement
                                                                    .sentences()
                                                                    .get(from)
                                                                    .start())
                                            > agreement.sentences().get(first).start()
                            ? agreement.sentence(from)
                            : "";
                    addFallbacks(agreement, clause, title, hits);
                }
                from = i;
            }
        }
        return hits.size() > before;
    }

    private void addFallbacks(AgreementText agreement, List<ReadSentence> clause, String title, List<Hit> hits) {
        Map<Integer, FallbackRules.Finding> found = fallback.findings(agreement, clause, title);
        for (ReadSentence sentence : clause) {
            FallbackRules.Finding finding = found.get(sentence.index());
            if (finding != null) {
                Hit hit = new Hit(
                        finding.type(),
                        Polarity.STATED,
                        sentence,
                        Map.of(finding.why().rule(), finding.confidence()),
                        List.of(finding.why()));
                if (!contradicts(hit, agreement.text())) {
                    hits.add(hit);
                }
            }
        }
    }

    /**
     * Whether the sentence is of a kind that cannot have such a type: a term explained, an example, a reference, a ban on what the service
     * does.
     */
    private boolean contradicts(Hit hit, String text) {
        ReadSentence sentence = hit.sentence();
        char first = text.charAt(sentence.start());
        return first == '"'
                || first == '\u201C'
                || AN_EXAMPLE
                        .matcher(text)
                        .region(sentence.start(), sentence.end())
                        .lookingAt()
                || isDoneByTheService(hit) && forbidsTheReader(text, sentence)
                || !compiled.types.get(hit.type()).group().equals(OVERSIGHT) && sendsElsewhere(text, sentence);
    }

    /** A line is a clause of its own unless it is an item after its introduction or after another item. */
    private static boolean beginsAClause(AgreementText agreement, int index) {
        Sentence before = agreement.sentences().get(index - 1);
        Sentence next = agreement.sentences().get(index);
        if (isHeading(before) || isHeading(next)) {
            return true;
        }
        if (agreement.text().substring(before.end(), next.start()).indexOf('\n') < 0) {
            return false;
        }
        boolean introduced = introduces(agreement.text(), before) || before.kind() == SentenceKind.LIST_ITEM;
        return next.kind() != SentenceKind.LIST_ITEM || !introduced;
    }

    private static boolean isHeading(Sentence sentence) {
        return sentence.kind() == SentenceKind.HEADING || sentence.kind() == SentenceKind.LINK_LIST;
    }

    private ReadSentence alone(String text) {
        Words words = compiled.book.read(text, 0, text.length());
        return new ReadSentence(0, -1, 0, 0, text.length(), words, 0, compiled.book.search(words));
    }

    /** The names of the rules and signals that hold in a text: what the model reads beside its words. */
    public List<String> signs(String text) {
        ReadSentence sentence = alone(text);
        List<String> names = new ArrayList<>();
        for (Hit hit : ruleHits(text, sentence, standingAlone(sentence))) {
            names.add(TrainedModel.sign(compiled.types.get(hit.type()).slug(), hit.polarity()));
        }
        for (CompiledSignal signal : compiled.signals) {
            if (CompiledCatalogue.anyOf(signal.any(), sentence.found())) {
                names.add(signal.name());
            }
        }
        return names;
    }

    private long[] signs(ReadSentence sentence, List<Hit> hits) {
        long[] signs = new long[hits.size() + compiled.signals.size()];
        int size = 0;
        for (Hit hit : hits) {
            signs[size++] = compiled.sign(hit.type(), hit.polarity());
        }
        for (CompiledSignal signal : compiled.signals) {
            if (CompiledCatalogue.anyOf(signal.any(), sentence.found())) {
                signs[size++] = signal.sign();
            }
        }
        return Arrays.copyOf(signs, size);
    }

    /** An item that says nothing by itself belongs to the clause that introduces it: "You may not: – stalk people". */
    private static List<Hit> ofLeadIn(List<Hit> introducing, ReadSentence item) {
        return introducing.stream()
                .map(hit -> new Hit(hit.type(), hit.polarity(), item, hit.rules(), List.of()))
                .toList();
    }

    /** The types of one piece of text that stands alone, the surest first. */
    public List<Label> classify(String text) {
        ReadSentence sentence = alone(text);
        List<Label> labels = new ArrayList<>();
        for (Hit hit : hits(text, sentence, standingAlone(sentence))) {
            labels.add(new Label(compiled.types.get(hit.type()).slug(), hit.polarity(), confidence(hit.rules())));
        }
        labels.sort(Comparator.comparingDouble(Label::confidence).reversed().thenComparing(Label::type));
        return labels;
    }

    private List<Surroundings> around(AgreementText agreement) {
        List<Surroundings> all = new ArrayList<>();
        BitSet title = agreement.sections().stream()
                .map(Section::heading)
                .filter(heading -> !heading.isEmpty())
                .findFirst()
                .map(this::phrasesIn)
                .orElseGet(BitSet::new);
        for (Section section : agreement.sections()) {
            all.add(new Surroundings(phrasesIn(section.path().isEmpty() ? section.heading() : section.path()), title));
        }
        return all;
    }

    private BitSet phrasesIn(String heading) {
        return compiled.book.search(compiled.book.read(heading, 0, heading.length()));
    }

    private static Surroundings standingAlone(ReadSentence sentence) {
        return new Surroundings(sentence.found(), new BitSet());
    }

    /** A sentence that introduces items: its place, its words with those that introduce it in turn, and its own number. */
    private static final class LeadIn {
        final int index;
        final Words words;
        final String marker;
        /** How its items are numbered. */
        final Set<String> items = new HashSet<>();

        LeadIn(int index, Words words, String marker) {
            this.index = index;
            this.words = words;
            this.marker = marker;
        }
    }

    private List<ReadSentence> read(AgreementText agreement) {
        List<ReadSentence> all = new ArrayList<>();
        Deque<LeadIn> leadIns = new ArrayDeque<>();
        Marker before = Marker.NONE; // a number that stands as a sentence of its own, before the item it belongs to
        String text = agreement.text();
        List<Sentence> sentences = agreement.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (isHeading(sentence)) {
                leadIns.clear();
                continue;
            }
            if (beginsALine(text, sentence) && isOnlyANumber(text, sentence)) {
                before = marker(text, sentence);
                continue;
            }
            Words words = compiled.book.read(text, sentence.start(), sentence.end());
            boolean beginsALine = beginsALine(text, sentence) || !before.kind().isEmpty();
            Marker marker = beginsALine(text, sentence) ? marker(text, sentence) : before;
            before = Marker.NONE;
            boolean item = sentence.kind() == SentenceKind.LIST_ITEM
                    || !leadIns.isEmpty() && !marker.kind().isEmpty();
            if (!item && (beginsALine || leadIns.isEmpty())) {
                leadIns.clear();
            } else if (item && beginsALine) {
                backTo(leadIns, marker, introduces(text, sentence));
            }
            if (item && marker.kind().isEmpty() && standsAlone(text, sentence.start(), sentence.end())) {
                leadIns.clear(); // what speaks of a new subject is no item of the list before it
            }
            LeadIn leadIn = item ? leadIns.peek() : null;
            Words whole = leadIn == null ? words : leadIn.words.followedBy(words);
            int own = whole.size() - words.size();
            BitSet found = compiled.book.search(whole);
            if (introduces(text, sentence) && (item || leadIns.isEmpty())) {
                leadIns.push(new LeadIn(i, whole.last(LEAD_IN_WORDS), marker.kind()));
            }
            boolean speaks =
                    introduces(text, sentence) && i + 1 < sentences.size() && isItem(text, sentences.get(i + 1))
                            ? words.size() > 0
                            : !readsLikeAHeading(agreement, sentence, words, found, own);
            if (speaks && !defines(text, sentence)) {
                all.add(new ReadSentence(
                        i,
                        leadIn == null ? -1 : leadIn.index,
                        sentence.section(),
                        sentence.start(),
                        sentence.end(),
                        whole,
                        own,
                        found));
            }
        }
        return all;
    }

    private static boolean isOnlyANumber(String text, Sentence sentence) {
        return NUMBERED.matcher(text).region(sentence.start(), sentence.end()).matches();
    }

    private static boolean isItem(String text, Sentence sentence) {
        return sentence.kind() == SentenceKind.LIST_ITEM
                || beginsALine(text, sentence) && !marker(text, sentence).kind().isEmpty();
    }

    private static boolean introduces(String text, Sentence sentence) {
        return text.charAt(sentence.end() - 1) == ':';
    }

    /**
     * Leaves the lists that an item ends by its number: after "a. … :", "i. …", "ii. …" comes "b.", which the outer introduction
     * introduces, and after "(a) …", "(b) …" comes "7.", which is no item at all. Items without numbers do not show their level,
     * so that one ends an inner list only by introducing another.
     */
    private static void backTo(Deque<LeadIn> leadIns, Marker marker, boolean introduces) {
        String kind = marker.kind();
        if (!kind.isEmpty() || introduces && leadIns.size() > 1) {
            boolean sibling = leadIns.stream()
                    .limit(kind.isEmpty() ? leadIns.size() - 1L : leadIns.size())
                    .anyMatch(leadIn -> leadIn.marker.equals(kind));
            while (sibling && !leadIns.pop().marker.equals(kind)) {}
        }
        while (!kind.isEmpty() && !leadIns.isEmpty() && !belongs(leadIns.element(), marker)) {
            leadIns.pop();
        }
        if (!kind.isEmpty() && !leadIns.isEmpty()) {
            leadIns.element().items.add(kind);
        }
    }

    private static boolean belongs(LeadIn leadIn, Marker marker) {
        return marker.isFirst() || leadIn.items.contains(marker.kind());
    }

    private static boolean beginsALine(String text, Sentence sentence) {
        return sentence.start() == 0 || text.charAt(sentence.start() - 1) == '\n';
    }

    /**
     * The number a line begins with that may not be set as a list: "(a)", "ii.", "2)".
     *
     * @param kind how it is written, the same for all numbers of a list; empty if there is none
     * @param isFirst whether a list may begin with it
     */
    private record Marker(String kind, boolean isFirst) {
        static final Marker NONE = new Marker("", false);
    }

    private static Marker marker(String text, Sentence sentence) {
        Matcher number = NUMBERED.matcher(text).region(sentence.start(), sentence.end());
        if (!number.lookingAt()) {
            return Marker.NONE;
        }
        String digits = number.group(1);
        String kind = Character.isDigit(digits.charAt(0))
                ? digits.replaceAll("[0-9]+", "1")
                : ROMAN.matcher(digits).matches() ? "i" : Character.isUpperCase(digits.charAt(0)) ? "A" : "a";
        return new Marker(
                number.group().strip().replace(digits, kind),
                FIRST.matcher(digits).matches());
    }

    /** Whether a sentence only says what a word is to mean: “Output” means …. */
    private static boolean defines(String text, Sentence sentence) {
        return DEFINITION.matcher(text).region(sentence.start(), sentence.end()).lookingAt();
    }

    /** Whether an item is a title: the short beginning of a numbered line ("8. Applicable law."), or set like one. */
    private static boolean isTitle(String text, Sentence sentence, Words words) {
        if (words.size() > SHORT || !beginsALine(text, sentence)) {
            return false;
        }
        char first = text.charAt(sentence.start());
        boolean goesOn = sentence.end() < text.length() && text.charAt(sentence.end()) != '\n';
        return Character.isDigit(first)
                || Character.isLetter(first) && goesOn
                || TITLE.matcher(text).region(sentence.start(), sentence.end()).matches();
    }

    /** A short line that says nothing of anyone; a list item after its lead-in may be as short as it likes. */
    private boolean readsLikeAHeading(AgreementText agreement, Sentence sentence, Words words, BitSet found, int own) {
        if (words.size() <= SHORT
                && NUMBERED_TITLE
                        .matcher(agreement.text())
                        .region(sentence.start(), sentence.end())
                        .matches()) {
            return true;
        }
        if (own > 0 && !isTitle(agreement.text(), sentence, words)) {
            return words.size() == 0;
        }
        if (words.size() < SHORTEST) {
            return true;
        }
        char last = agreement.text().charAt(sentence.end() - 1);
        boolean closed =
                last == '.' || last == '!' || last == '?' || last == ';' || last == ':' || last == '”' || last == '"';
        if (last == '?') {
            return true;
        }
        return words.size() <= SHORT && (!closed || !CompiledCatalogue.anyOf(compiled.speech, found));
    }

    /** What the rules find, and what the model finds beside them. */
    private List<Hit> hits(String text, ReadSentence sentence, Surroundings around) {
        List<Hit> hits = ruleHits(text, sentence, around);
        if (!CompiledCatalogue.anyOf(compiled.modelAsked, sentence.found())) {
            return hits;
        }
        for (TrainedModel.Finding finding : model.findings(text, sentence, signs(sentence, hits))) {
            int type = compiled.typeOf(finding.type());
            Hit hit = hits.stream()
                    .filter(h -> h.type() == type && h.polarity() == Polarity.STATED)
                    .findFirst()
                    .orElse(null);
            if (hit == null) {
                hit = new Hit(type, Polarity.STATED, sentence, new TreeMap<>(), new ArrayList<>());
                hits.add(hit);
            }
            hit.rules().put(TrainedModel.NAME, finding.confidence());
            hit.why().addAll(finding.why());
        }
        return hits;
    }

    private List<Hit> ruleHits(String text, ReadSentence sentence, Surroundings around) {
        List<Hit> stated = new ArrayList<>(4);
        List<Hit> denied = new ArrayList<>(2);
        List<Place> places = new ArrayList<>(4);
        BitSet found = sentence.found();
        // a rule that several phrases set off is looked at once
        byte[] verdicts = new byte[compiled.ruleCount];
        for (int phrase = found.nextSetBit(0); phrase >= 0; phrase = found.nextSetBit(phrase + 1)) {
            for (CompiledRule rule : compiled.rules.get(phrase)) {
                if (verdicts[rule.number()] == UNKNOWN) {
                    verdicts[rule.number()] = rule.holds(found, around) ? HOLDS : FAILS;
                }
                if (verdicts[rule.number()] == FAILS) {
                    continue;
                }
                Words words = sentence.words();
                for (PhraseBook.Match match = compiled.book.next(phrase, words, 0);
                        match != null;
                        match = compiled.book.next(phrase, words, match.from() + 1)) {
                    if (match.to() <= sentence.own() || endsInside(rule.except(), match, sentence)) {
                        continue;
                    }
                    boolean negated = rule.rule().negatable() && compiled.book.negated(phrase, match, words);
                    Polarity polarity = negated
                            ? opposite(rule.rule().polarity())
                            : rule.rule().polarity();
                    if (polarity == Polarity.DENIED
                            && !compiled.types.get(rule.type()).keepsDenials()) {
                        continue;
                    }
                    places.add(new Place(rule.type(), polarity, match.from(), match.to()));
                    Hit hit = hitOf(rule.type(), polarity, sentence, polarity == Polarity.STATED ? stated : denied);
                    if (hit.rules().merge(rule.rule().name(), rule.rule().confidence(), Math::max) > 0
                            && hit.why().size() < 2) {
                        hit.why().add(evidence(text, sentence, rule.rule().name(), phrase, match));
                    }
                    break;
                }
            }
        }
        if (!denied.isEmpty()) {
            stated.removeIf(hit -> isDenied(hit.type(), places));
        }
        // a sentence that denies a thing and states it elsewhere ("we do not sell …, but we share …") is read as
        // stating it
        denied.removeIf(hit -> stated.stream().anyMatch(other -> other.type() == hit.type()));
        // what people may not do is no promise of the service, and nothing it does with their data
        if ((!denied.isEmpty() || stated.stream().anyMatch(this::isDoneByTheService))
                && CompiledCatalogue.anyOf(compiled.forbids, found)
                && forbidsTheReader(text, sentence)) {
            denied.clear();
            stated.removeIf(this::isDoneByTheService);
        }
        // a reference names the subject of another place and states nothing of it
        if ((!denied.isEmpty() || stated.stream().anyMatch(this::isPractice)) && sendsElsewhere(text, sentence)) {
            denied.clear();
            stated.removeIf(this::isPractice);
        }
        // what a document is said to tell is told there; an introduction of cookies does say that there are some
        stated.removeIf(hit -> isPractice(hit) && !isTracking(hit) && isOnlyTold(hit.type(), places, sentence));
        stated.sort(Comparator.comparingInt(Hit::type));
        denied.sort(Comparator.comparingInt(Hit::type));
        stated.addAll(denied);
        return stated;
    }

    /** Whether the last word of a match belongs to one of these phrases. */
    private boolean endsInside(int[] phrases, PhraseBook.Match match, ReadSentence sentence) {
        for (int phrase : phrases) {
            if (sentence.found().get(phrase)) {
                for (PhraseBook.Match other = compiled.book.next(phrase, sentence.words(), 0);
                        other != null && other.from() < match.to();
                        other = compiled.book.next(phrase, sentence.words(), other.from() + 1)) {
                    if (other.to() >= match.to()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Where in a sentence words state or deny a type, in words. */
    private record Place(int type, Polarity polarity, int from, int to) {}

    /** Whether all that states a type begins inside what denies it: "train" in "we do not use your drawings to train". */
    private static boolean isDenied(int type, List<Place> places) {
        return places.stream()
                .filter(place -> place.type() == type && place.polarity() == Polarity.STATED)
                .allMatch(place -> places.stream()
                        .anyMatch(other -> other.type() == type
                                && other.polarity() == Polarity.DENIED
                                && other.from() <= place.from()
                                && place.from() < other.to()));
    }

    /** Whether all that states a type is what a document is said to tell of: "our policy explains how we collect your name". */
    private boolean isOnlyTold(int type, List<Place> places, ReadSentence sentence) {
        if (!sentence.found().get(compiled.tellsOf)) {
            return false;
        }
        PhraseBook.Match told = compiled.book.next(compiled.tellsOf, sentence.words(), 0);
        return told != null
                && places.stream()
                        .filter(place -> place.type() == type && place.polarity() == Polarity.STATED)
                        .allMatch(place -> place.from() >= told.to() - 1);
    }

    private boolean isTracking(Hit hit) {
        return compiled.types.get(hit.type()).group().equals(TRACKING);
    }

    private boolean isDoneByTheService(Hit hit) {
        return DONE_BY_THE_SERVICE.contains(compiled.types.get(hit.type()).group());
    }

    private static Hit hitOf(int type, Polarity polarity, ReadSentence sentence, List<Hit> side) {
        for (Hit hit : side) {
            if (hit.type() == type) {
                return hit;
            }
        }
        Hit hit = new Hit(type, polarity, sentence, new TreeMap<>(), new ArrayList<>(2));
        side.add(hit);
        return hit;
    }

    private static boolean forbidsTheReader(String text, ReadSentence sentence) {
        if (FORBIDS_THE_READER
                .matcher(text)
                .region(sentence.start(), sentence.end())
                .find()) {
            return true;
        }
        Words words = sentence.words();
        return sentence.own() > 0
                && FORBIDS_THE_READER
                        .matcher(text)
                        .region(words.start(0), words.end(sentence.own() - 1))
                        .find();
    }

    private static boolean sendsElsewhere(String text, ReadSentence sentence) {
        return SENDS_ELSEWHERE
                .matcher(text)
                .region(sentence.start(), sentence.end())
                .matches();
    }

    /** Whether an item is a sentence of its own, so that its introduction does not make it what it is. */
    private static boolean standsAlone(String text, int start, int end) {
        return STANDS_ALONE.matcher(text).region(start, end).lookingAt();
    }

    private boolean isPractice(Hit hit) {
        ProvisionType type = compiled.types.get(hit.type());
        return isDoneByTheService(hit)
                || type.group().equals(SAFEGUARDS) && !type.slug().equals(PRIVACY_CONTACT);
    }

    private static Polarity opposite(Polarity polarity) {
        return polarity == Polarity.STATED ? Polarity.DENIED : Polarity.STATED;
    }

    private Evidence evidence(String text, ReadSentence sentence, String rule, int phrase, PhraseBook.Match match) {
        int from = Math.max(match.from(), sentence.own());
        return new Evidence(
                rule,
                compiled.book.text(phrase),
                Quote.of(text, sentence.words().start(from), sentence.words().end(match.to() - 1)));
    }

    private static double confidence(Map<String, Double> rules) {
        double doubt = 1;
        double surest = 0;
        for (double confidence : rules.values()) {
            doubt *= 1 - confidence;
            surest = Math.max(surest, confidence);
        }
        if (surest <= Fallback.SUREST) {
            return surest;
        }
        return Math.round(Math.min(SUREST, 1 - doubt) * 100) / 100.0;
    }

    private List<DetectedProvision> provisions(AgreementText agreement, List<ReadSentence> sentences, List<Hit> hits) {
        Map<String, List<List<Hit>>> clauses = new LinkedHashMap<>();
        for (Hit hit : hits) {
            List<List<Hit>> ofType = clauses.computeIfAbsent(hit.type() + "/" + hit.polarity(), k -> new ArrayList<>());
            if (!ofType.isEmpty() && continues(last(ofType), hit)) {
                last(ofType).add(hit);
            } else {
                ofType.add(new ArrayList<>(List.of(hit)));
            }
        }
        List<DetectedProvision> all = new ArrayList<>();
        clauses.values().forEach(ofType -> ofType.forEach(clause -> all.add(provision(agreement, sentences, clause))));
        Map<String, Integer> order = compiled.catalogue.order();
        all.sort(Comparator.comparingInt(DetectedProvision::start)
                .thenComparing(p -> order.getOrDefault(p.type(), 0))
                .thenComparing(DetectedProvision::polarity));
        return all;
    }

    private static boolean continues(List<Hit> clause, Hit next) {
        ReadSentence last = clause.get(clause.size() - 1).sentence();
        boolean oneList = last.leadIn() >= 0 && last.leadIn() == next.sentence().leadIn();
        return last.section() == next.sentence().section()
                && (oneList || next.sentence().index() - last.index() <= SAME_CLAUSE)
                && clause.size() < MOST_QUOTES;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private DetectedProvision provision(AgreementText agreement, List<ReadSentence> sentences, List<Hit> clause) {
        String text = agreement.text();
        ProvisionType type = compiled.types.get(clause.get(0).type());
        Polarity polarity = clause.get(0).polarity();
        List<ReadSentence> own = clause.stream().map(Hit::sentence).toList();
        Map<String, Double> rules = new TreeMap<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Hit hit : clause) {
            hit.rules().forEach((rule, confidence) -> rules.merge(rule, confidence, Math::max));
            hit.why().stream()
                    .limit(Math.max(0, MOST_EVIDENCE - evidence.size()))
                    .forEach(evidence::add);
        }
        List<NamedFactor> factors = factors(text, sentences, own, clause.get(0).type());
        return new DetectedProvision(
                type.slug(),
                polarity,
                polarity == Polarity.DENIED ? Severity.LOW : severity(type.severity(), factors),
                confidence(rules),
                agreement.sections().isEmpty()
                        ? ""
                        : agreement.sections().get(own.get(0).section()).path(),
                quotes(agreement, own),
                factors,
                evidence,
                choices.read(text, sentences, own),
                words(compiled.audiences, own),
                words(compiled.wordings, own));
    }

    private static List<Quote> quotes(AgreementText agreement, List<ReadSentence> own) {
        TreeMap<Integer, Quote> quotes = new TreeMap<>();
        for (ReadSentence sentence : own) {
            if (sentence.leadIn() >= 0) {
                Sentence leadIn = agreement.sentences().get(sentence.leadIn());
                quotes.put(sentence.leadIn(), Quote.of(agreement.text(), leadIn.start(), leadIn.end()));
            }
            quotes.put(sentence.index(), Quote.of(agreement.text(), sentence.start(), sentence.end()));
        }
        return List.copyOf(quotes.values());
    }

    /** What weighs more is looked for in the clause itself, most of what weighs less also around it. */
    private List<NamedFactor> factors(String text, List<ReadSentence> sentences, List<ReadSentence> own, int type) {
        List<NamedFactor> named = new ArrayList<>();
        List<ReadSentence> around = around(sentences, own);
        for (CompiledFactor compiledFactor : compiled.factors.get(type)) {
            Factor factor = compiledFactor.factor();
            List<ReadSentence> where = factor.inClause() ? own : around;
            first(compiledFactor.any(), where, text)
                    .ifPresent(
                            words -> named.add(new NamedFactor(factor.name(), factor.weight(), factor.says(), words)));
        }
        return named;
    }

    private java.util.Optional<Quote> first(int[] phrases, List<ReadSentence> where, String text) {
        for (ReadSentence sentence : where) {
            for (int phrase : phrases) {
                if (sentence.found().get(phrase)) {
                    for (PhraseBook.Match match : compiled.book.matches(phrase, sentence.words())) {
                        if (match.to() > sentence.own()) {
                            int from = Math.max(match.from(), sentence.own());
                            return java.util.Optional.of(Quote.of(
                                    text,
                                    sentence.words().start(from),
                                    sentence.words().end(match.to() - 1)));
                        }
                    }
                }
            }
        }
        return java.util.Optional.empty();
    }

    private static List<ReadSentence> around(List<ReadSentence> sentences, List<ReadSentence> own) {
        int from = own.get(0).index() - MITIGATION_REACH;
        int to = last(own).index() + MITIGATION_REACH;
        return ReadSentence.between(sentences, from, to).stream()
                .filter(s -> s.section() == own.get(0).section())
                .toList();
    }

    private static Severity severity(Severity base, List<NamedFactor> factors) {
        int points = base.ordinal() * 2
                + factors.stream().mapToInt(NamedFactor::weight).sum();
        return points >= HIGH_FROM ? Severity.HIGH : points >= MEDIUM_FROM ? Severity.MEDIUM : Severity.LOW;
    }

    private static List<String> words(List<CompiledCatalogue.CompiledWord> words, List<ReadSentence> own) {
        return words.stream()
                .filter(word -> own.stream().anyMatch(s -> CompiledCatalogue.anyOf(word.any(), s.found())))
                .map(CompiledCatalogue.CompiledWord::slug)
                .toList();
    }
}
