package io.conductatlas.clauses.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.conductatlas.clauses.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhraseBookTest {

    @Test
    void findsWordsBeginningsAndGaps() {
        assertThat(finds("binding arbitration", "A binding arbitration follows."))
                .isTrue();
        assertThat(finds("arbitrat*", "Claims are arbitrated.")).isTrue();
        assertThat(finds("sell .. data", "We sell all of your data.")).isTrue();
        assertThat(finds("sell .. data", "We sell the old chairs of our office and data."))
                .isFalse();
        assertThat(finds("(give up|waive) [the] right", "You waive the right.")).isTrue();
        assertThat(finds("(give up|waive) [the] right", "You give up right.")).isTrue();
        assertThat(finds("within # days", "within 30 days")).isTrue();
        assertThat(finds("^we share", "And we share")).isFalse();
    }

    @Test
    void opensContractions() {
        assertThat(finds("do not sell", "We don't sell data")).isTrue();
        assertThat(finds("do not sell", "We do n't sell data")).isTrue();
        assertThat(finds("can not be", "It can’t be")).isTrue();
        assertThat(finds("will not be", "It won't be")).isTrue();
        assertThat(finds("you are", "You're here")).isTrue();
    }

    @Test
    void knowsWhatIsNegated() {
        assertThat(negated("sell .. data", "We do not sell your data")).isTrue();
        assertThat(negated("sell .. data", "We never sell your data")).isTrue();
        assertThat(negated("sell .. data", "We not only sell your data")).isFalse();
        assertThat(negated("sell .. data", "This is not a shop; we sell your data"))
                .isFalse();
        assertThat(negated("not sell", "We do not sell your data")).isFalse();
        assertThat(negated("collect ... name", "We collect data that may not be limited to your name"))
                .isFalse();
        assertThat(negated("grant .. licence", "You grant a no-charge licence")).isFalse();
        assertThat(negated("keep ... months", "We keep it for no more than six months"))
                .isFalse();
        assertThat(negated("keep ... months", "We no longer keep it for months"))
                .isTrue();
    }

    @Test
    void doesNotCarryANegationOutOfAConditionOrADescription() {
        assertThat(negated("settle ... arbitration", "If we cannot settle a quarrel, it goes to arbitration"))
                .isFalse();
        assertThat(negated("quarrel ... arbitration", "If the quarrel is not over in a week, it goes to arbitration"))
                .isFalse();
        assertThat(negated("ended ... arbitration", "A quarrel that is not ended at the table will go to arbitration"))
                .isFalse();
        assertThat(negated("receive .. advertising", "If you do not wish to receive our advertising, tell us"))
                .isFalse();

        assertThat(negated("sell .. data", "If you are a minor we do not sell your data"))
                .isTrue();
        assertThat(negated("sell .. data", "If asked we do not sell your data")).isTrue();
        assertThat(negated("sell .. data", "If you leave, we do not sell your data"))
                .isTrue();
        assertThat(negated("share ... advertisers", "You see that we do not share what may name you with advertisers"))
                .isTrue();
        assertThat(negated("share ... advertisers", "There are data that we do not share with advertisers"))
                .isTrue();
    }

    @Test
    void knowsWordsThatOnlyLookLikeANegation() {
        assertThat(negated("grant ... copy", "You grant us a no-charge licence to copy"))
                .isFalse();
        assertThat(negated("open ... ip address", "We see whether or not you open it, and your IP address"))
                .isFalse();
        assertThat(negated("collect ... name", "We collect data that may include but not be limited to a name"))
                .isFalse();

        assertThat(negated("charge .. copies", "There is no charge for copies")).isTrue();
        assertThat(negated("make ... charge", "We make no charge")).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAPhrase() {
        assertThatThrownBy(() -> book("a (b")).hasMessageContaining("missing ')'");
        assertThatThrownBy(() -> book("A b")).hasMessageContaining("is not a word");
        assertThatThrownBy(() -> book("a ..")).hasMessageContaining("gap at the end");
        assertThatThrownBy(() -> book("[a]")).hasMessageContaining("matches anything");
        assertThatThrownBy(() -> book("@nobody")).hasMessageContaining("not in the vocabulary");
    }

    @Test
    void hitsExactlyWhatPlainRegularExpressionsHit() {
        Catalogue catalogue = Catalogue.bundled();
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        catalogue
                .types()
                .forEach(type -> type.rules().forEach(rule -> {
                    rule.any().forEach(builder::add);
                    rule.without().forEach(builder::add);
                    rule.except().forEach(builder::add);
                }));
        PhraseBook book = builder.build();
        Map<String, String> patterns = book.asRegularExpressions();

        List<String> examples = catalogue.types().stream()
                .flatMap(type -> Stream.concat(type.counts().stream(), type.countsNot().stream()))
                .toList();
        // longer ones are looked up in other ways: more than 63 words, and more than 127
        List<String> sentences = new ArrayList<>(examples);
        for (int together : new int[] {5, 8, 16}) {
            for (int i = 0; i + together <= examples.size(); i += 7) {
                sentences.add(String.join(" ", examples.subList(i, i + together)));
            }
        }
        assertThat(sentences)
                .anySatisfy(sentence -> assertThat(sentence.split(" ")).hasSizeBetween(64, 127))
                .anySatisfy(sentence -> assertThat(sentence.split(" ")).hasSizeGreaterThan(127));
        List<Map.Entry<String, Pattern>> compiled = patterns.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), Pattern.compile(entry.getValue())))
                .toList();
        sentences.forEach(sentence -> {
            TreeSet<String> ours = new TreeSet<>();
            book.search(book.read(sentence, 0, sentence.length())).stream().forEach(p -> ours.add(book.text(p)));
            TreeSet<String> plain = new TreeSet<>();
            String words = PhraseBook.plainly(sentence);
            compiled.forEach(entry -> {
                if (entry.getValue().matcher(words).find()) {
                    plain.add(entry.getKey());
                }
            });
            assertThat(ours).as(sentence).isEqualTo(plain);
        });
    }

    private static PhraseBook book(String... phrases) {
        PhraseBook.Builder builder = PhraseBook.builder(Map.of());
        List.of(phrases).forEach(builder::add);
        return builder.build();
    }

    private static boolean finds(String phrase, String text) {
        PhraseBook book = book(phrase);
        return book.search(book.read(text, 0, text.length())).get(0);
    }

    private static boolean negated(String phrase, String text) {
        PhraseBook book = book(phrase);
        Words words = book.read(text, 0, text.length());
        return book.negated(0, book.matches(0, words).get(0), words);
    }
}
