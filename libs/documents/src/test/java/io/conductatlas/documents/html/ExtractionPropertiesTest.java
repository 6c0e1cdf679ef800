package io.conductatlas.documents.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import io.conductatlas.documents.markdown.MarkdownReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for the text of every page; a failure names the seed that makes the page again. */
class ExtractionPropertiesTest {
    private static final long SEED = 71;
    private static final int ROUNDS = 300;
    private static final URI BASE = URI.create("https://northwind.example/terms");

    private final HtmlExtractor extractor = new HtmlExtractor();

    @Test
    void sentencesSliceToAllTheWordsOfThePageInTheirOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            Page page = new Page(SEED + round);

            AgreementText text = extracted(page);

            StringBuilder words = new StringBuilder();
            int last = 0;
            for (Sentence sentence : text.sentences()) {
                assertThat(sentence.start()).as("seed %d", page.seed).isGreaterThanOrEqualTo(last);
                String slice = text.text().substring(sentence.start(), sentence.end());
                assertThat(slice).as("seed %d", page.seed).isNotBlank().isEqualTo(slice.strip());
                words.append(slice).append(' ');
                last = sentence.end();
            }
            assertThat(words(words.toString())).as("seed %d", page.seed).isEqualTo(page.words);
        }
    }

    @Test
    void sectionsBeginWithTheirHeadingsAndHoldTheirSentences() {
        for (int round = 0; round < ROUNDS; round++) {
            Page page = new Page(SEED + round);

            AgreementText text = extracted(page);

            List<String> headings = new ArrayList<>();
            int last = 0;
            for (Section section : text.sections()) {
                assertThat(text.text().substring(section.start(), section.end()))
                        .as("seed %d", page.seed)
                        .startsWith(section.heading());
                assertThat(section.start()).as("seed %d", page.seed).isGreaterThanOrEqualTo(last);
                last = section.end();
                if (section.level() > 0) {
                    headings.add(section.heading());
                }
            }
            assertThat(headings).as("seed %d", page.seed).isEqualTo(page.headings);
            assertThat(text.sentences()).as("seed %d", page.seed).allSatisfy(sentence -> {
                Section section = text.sections().get(sentence.section());
                assertThat(sentence.start()).isGreaterThanOrEqualTo(section.start());
                assertThat(sentence.end()).isLessThanOrEqualTo(section.end());
                if (sentence.kind() == SentenceKind.HEADING) {
                    assertThat(sentence.in(text.text())).isEqualTo(section.heading());
                }
            });
        }
    }

    @Test
    void theArchivedMarkdownReadsAsTheSameTextWithTheSameOffsets() {
        for (int round = 0; round < ROUNDS; round++) {
            Page page = new Page(SEED + round);

            AgreementText text = extracted(page);

            assertThat(new MarkdownReader().read(text.markdown()))
                    .as("seed %d", page.seed)
                    .isEqualTo(text);
        }
    }

    private AgreementText extracted(Page page) {
        Extracted extracted = extractor.extract(page.html.toString(), BASE, Extraction.of("body"));
        assertThat(extracted).as("seed %d", page.seed).isInstanceOf(Extracted.Text.class);
        return ((Extracted.Text) extracted).agreement();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("[^\\p{L}\\p{N}\\p{So}]+")));
        words.removeIf(String::isEmpty);
        return words;
    }

    /** A generated page, with the words and the headings that it shows. */
    private static final class Page {
        final long seed;
        final StringBuilder html = new StringBuilder("<body>");
        final List<String> words = new ArrayList<>();
        final List<String> headings = new ArrayList<>();
        private final Random random;

        Page(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            for (int parts = 1 + random.nextInt(12); parts > 0; parts--) {
                part(0);
            }
        }

        private void part(int depth) {
            switch (random.nextInt(depth < 3 ? 8 : 5)) {
                case 0 -> heading();
                case 1, 2, 3 -> element("p", () -> inline(1 + random.nextInt(30), true));
                case 4 -> inline(1 + random.nextInt(8), true);
                case 5 ->
                    element(
                            random.nextBoolean() ? "ul" : "ol",
                            () -> repeated(() -> element("li", () -> {
                                inline(1 + random.nextInt(9), true);
                                if (random.nextInt(4) == 0) {
                                    element("ul", () -> element("li", () -> inline(3, true)));
                                }
                            })));
                case 6 ->
                    // a table of one cell is a frame, whose words join those beside it as the archive has them
                    element("table", () -> {
                        row();
                        repeated(this::row);
                    });
                default -> element(random.nextBoolean() ? "div" : "blockquote", () -> repeated(() -> part(depth + 1)));
            }
        }

        private void row() {
            element("tr", () -> repeated(() -> element("td", () -> inline(1 + random.nextInt(4), false))));
        }

        private void heading() {
            StringBuilder title = new StringBuilder();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                title.append(title.isEmpty() ? "" : " ").append(word());
            }
            String name = "h" + (1 + random.nextInt(6));
            headings.add(title.toString());
            html.append('<')
                    .append(name)
                    .append('>')
                    .append(title)
                    .append("</")
                    .append(name)
                    .append('>');
        }

        /** Words with marks of emphasis around some, in sentences if they may end. */
        private void inline(int count, boolean sentences) {
            List<String> tags = List.of("b", "i", "em", "span", "u", "a href=/x");
            for (int i = 0; i < count; i++) {
                String tag = random.nextInt(5) == 0 ? tags.get(random.nextInt(tags.size())) : "";
                html.append(tag.isEmpty() ? "" : "<" + tag + ">").append(word());
                html.append(tag.isEmpty() ? "" : "</" + tag.split(" ", 2)[0] + ">");
                boolean ends = sentences && random.nextInt(6) == 0;
                html.append(ends ? ". " : random.nextInt(9) == 0 ? ",\n  " : " ");
            }
            // a word that stands alone between emphasised ones: a line all bold would be a title
            html.append(word()).append(sentences ? "." : "");
        }

        private String word() {
            String word = random.nextInt(12) == 0
                    ? List.of("Größe", "день", "été", "😀", "x𝒙").get(random.nextInt(4))
                    : (random.nextInt(3) == 0 ? "W" : "w") + random.nextInt(500);
            words.add(word);
            return word;
        }

        private void element(String name, Runnable content) {
            html.append('<').append(name).append('>');
            content.run();
            html.append("</").append(name).append(">\n");
        }

        private void repeated(Runnable content) {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                content.run();
            }
        }
    }
}
