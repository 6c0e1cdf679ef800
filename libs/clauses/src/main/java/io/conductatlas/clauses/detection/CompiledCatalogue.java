package io.conductatlas.clauses.detection;

import io.conductatlas.clauses.catalogue.Audience;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.catalogue.Factor;
import io.conductatlas.clauses.catalogue.Polarity;
import io.conductatlas.clauses.catalogue.ProvisionType;
import io.conductatlas.clauses.catalogue.Rule;
import io.conductatlas.clauses.catalogue.Wording;
import io.conductatlas.clauses.model.SentenceFeatures;
import io.conductatlas.clauses.model.Signals;
import io.conductatlas.clauses.phrases.PhraseBook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The catalogue's phrases as numbers of one {@link PhraseBook}, ready to be looked up. */
final class CompiledCatalogue {

    /**
     * What stands over a sentence, as phrases.
     *
     * @param headings found in the headings over it; of a text that stands alone, in itself
     * @param title found in the document's own title
     */
    record Surroundings(BitSet headings, BitSet title) {}

    /** @param number its place among all rules */
    record CompiledRule(
            int number,
            int type,
            Rule rule,
            int[] any,
            int[][] with,
            int[] without,
            int[] except,
            int[] heading,
            int[] notTitled) {
        boolean holds(BitSet sentence, Surroundings around) {
            for (int[] list : with) {
                if (!anyOf(list, sentence)) {
                    return false;
                }
            }
            return !anyOf(without, sentence)
                    && (heading.length == 0 || anyOf(heading, around.headings()))
                    && !anyOf(notTitled, around.title());
        }
    }

    record CompiledFactor(Factor factor, int[] any) {}

    record CompiledWord(String slug, int[] any) {}

    record CompiledSignal(String name, long sign, int[] any) {}

    final Catalogue catalogue;
    final List<ProvisionType> types;
    final PhraseBook book;
    /** By phrase: the rules it can set off. */
    final List<List<CompiledRule>> rules;

    final int ruleCount;
    /** By type. */
    final List<List<CompiledFactor>> factors;

    final List<CompiledWord> audiences;
    final List<CompiledWord> wordings;
    final List<CompiledSignal> signals;
    /** Phrases without which no sentence has a label of the model. */
    final int[] modelAsked;

    final int[] steps;
    final int[] noSteps;
    final int[] deadlines;
    final int[] noDeadlines;
    final int[] speech;
    final int[] forbids;
    final int tellsOf;

    private final Map<String, Integer> places;
    private final long[] statedSigns;
    private final long[] deniedSigns;

    CompiledCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.types = catalogue.types();
        this.places = catalogue.order();
        this.statedSigns = signs(types, Polarity.STATED);
        this.deniedSigns = signs(types, Polarity.DENIED);
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        List<CompiledRule> compiled = new ArrayList<>();
        this.factors = new ArrayList<>();
        for (int t = 0; t < types.size(); t++) {
            for (Rule rule : types.get(t).rules()) {
                compiled.add(new CompiledRule(
                        compiled.size(),
                        t,
                        rule,
                        numbers(rule.any(), builder),
                        rule.with().stream().map(list -> numbers(list, builder)).toArray(int[][]::new),
                        numbers(rule.without(), builder),
                        numbers(rule.except(), builder),
                        numbers(rule.heading(), builder),
                        numbers(rule.notTitled(), builder)));
            }
            factors.add(types.get(t).factors().stream()
                    .map(factor -> new CompiledFactor(factor, numbers(factor.any(), builder)))
                    .toList());
        }
        this.audiences = new ArrayList<>();
        for (Audience audience : catalogue.audiences()) {
            audiences.add(new CompiledWord(audience.slug(), numbers(audience.any(), builder)));
        }
        this.wordings = new ArrayList<>();
        for (Wording wording : catalogue.wordings()) {
            wordings.add(new CompiledWord(wording.slug(), numbers(wording.any(), builder)));
        }
        this.signals = new ArrayList<>();
        Signals.bundled()
                .phrases()
                .forEach((name, phrases) ->
                        signals.add(new CompiledSignal(name, SentenceFeatures.sign(name), numbers(phrases, builder))));
        this.modelAsked = signals.stream()
                .filter(signal -> TrainedModel.isReasonToAsk(signal.name()))
                .flatMapToInt(signal -> java.util.Arrays.stream(signal.any()))
                .toArray();
        this.steps = numbers(ChoiceReader.STEPS, builder);
        this.noSteps = numbers(ChoiceReader.NO_STEPS, builder);
        this.deadlines = numbers(ChoiceReader.DEADLINES, builder);
        this.noDeadlines = numbers(ChoiceReader.NO_DEADLINES, builder);
        this.speech = numbers(List.of(ProvisionDetector.SPEECH), builder);
        this.forbids = numbers(List.of(ProvisionDetector.FORBIDS), builder);
        this.tellsOf = builder.add(ProvisionDetector.TELLS_OF);
        this.book = builder.build();
        this.rules = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            rules.add(new ArrayList<>());
        }
        this.ruleCount = compiled.size();
        for (CompiledRule rule : compiled) {
            for (int phrase : rule.any()) {
                rules.get(phrase).add(rule);
            }
        }
    }

    private static long[] signs(List<ProvisionType> types, Polarity polarity) {
        return types.stream()
                .mapToLong(type -> SentenceFeatures.sign(TrainedModel.sign(type.slug(), polarity)))
                .toArray();
    }

    /** What the model knows a finding of the rules by. */
    long sign(int type, Polarity polarity) {
        return polarity == Polarity.STATED ? statedSigns[type] : deniedSigns[type];
    }

    int typeOf(String slug) {
        return java.util.Objects.requireNonNull(places.get(slug), slug);
    }

    private static int[] numbers(List<String> phrases, PhraseBook.Builder builder) {
        return phrases.stream().mapToInt(builder::add).toArray();
    }

    static boolean anyOf(int[] phrases, BitSet found) {
        for (int phrase : phrases) {
            if (found.get(phrase)) {
                return true;
            }
        }
        return false;
    }
}
