package io.conductatlas.documents.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.anchoring.Anchor;
import io.conductatlas.documents.anchoring.QuoteFinder;
import io.conductatlas.documents.dates.DateReader;
import io.conductatlas.documents.diff.DocumentDiffer;
import io.conductatlas.documents.diff.SiblingTexts;
import io.conductatlas.documents.gate.GateContext;
import io.conductatlas.documents.gate.QualityGate;
import io.conductatlas.documents.html.ContentSelector;
import io.conductatlas.documents.html.Extracted;
import io.conductatlas.documents.html.Extraction;
import io.conductatlas.documents.html.HtmlExtractor;
import io.conductatlas.documents.html.PageFilter;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.pdf.PdfExtractor;
import io.conductatlas.documents.relocation.ChangedDocument;
import io.conductatlas.documents.relocation.RelocationFinder;
import io.conductatlas.documents.tables.DataTable;
import io.conductatlas.documents.tables.EntryComparison;
import io.conductatlas.documents.tables.TableReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No input takes longer than {@link ProcessorTime#MOST} or fails in another way than with a reason that it has. All inputs together take
 * minutes: a build tries the first pages and one of eight of all inputs, and all of them with {@code -Datlas.thorough=true}, as continuous
 * integration does.
 */
class HostilePagesTest {
    private static final boolean THOROUGH = Boolean.getBoolean("atlas.thorough");

    /** Random bytes and markup, and tags nested a million deep. */
    private static final int ALWAYS = 8;

    private static final int ONE_OF = 8;

    private static final URI BASE = URI.create("https://northwind.example/terms");
    private static final long SEED = 20_261_126;

    private static final Extraction DECLARED = new Extraction(
            css("body, #terms .text"),
            css("script, style, nav", "[class~=^ad-]", "div:has(> form)", "a[href*=login]"),
            List.of(
                    filter("removeTrackingIDs"),
                    filter("removeRedirectFromLinks"),
                    filter("removeEmptyLinks"),
                    filter("removeHeaderAnchors"),
                    filter("removeInvisibleText")));

    /** What looks at all siblings or at all text for each element. */
    private static final Extraction HEAVY = new Extraction(
            css(
                    "main, body",
                    "h2 ~ p",
                    "p:last-of-type",
                    "div:not(:has(table))",
                    "body > div > div p",
                    "p:nth-child(3n+1)"),
            css("li:nth-last-of-type(4)", "i + i + b", "p:nth-of-type(5)", "div ~ img", "div:contains(elsewhere)"),
            List.of(filter("removeElementsWithText", "div, p", "elsewhere")));

    private static final ContentSelector RANGE =
            new ContentSelector.Range("p, i, img, br, hr, h2, input, script", false, "body", true);
    private static final Extraction SELECTED_RANGE = new Extraction(List.of(RANGE), List.of());
    private static final Extraction REMOVED_RANGE = new Extraction(css("body"), List.of(RANGE));

    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private final HtmlExtractor extractor = new HtmlExtractor();
    private final MarkdownReader reader = new MarkdownReader();
    private final TableReader tables = new TableReader();

    @BeforeAll
    static void damageIsNoNews() {
        PDFBOX.setLevel(Level.OFF);
    }

    static List<HostilePage> pages() {
        return chosen(HostilePage.all(), ALWAYS);
    }

    static List<HostilePage> crowdedPages() {
        return chosen(HostilePage.crowded(), 1);
    }

    static List<HostileTexts> texts() {
        return chosen(HostileTexts.all(), 1);
    }

    static List<HostilePdf> pdfs() {
        return chosen(HostilePdf.all(), 1);
    }

    private static <T> List<T> chosen(List<T> all, int always) {
        return THOROUGH
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i < always || i % ONE_OF == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsReadOrRefusedInTime(HostilePage page) {
        byte[] bytes = page.bytes().get();

        extract(bytes, page.charset(), DECLARED);
        extract(bytes, page.charset(), Extraction.ofMainContent());
    }

    @ParameterizedTest
    @MethodSource("crowdedPages")
    void selectorsThatLookAtEverythingForEachElementAreStopped(HostilePage page) {
        byte[] bytes = page.bytes().get();

        extract(bytes, page.charset(), HEAVY);
        extract(bytes, page.charset(), SELECTED_RANGE);
        extract(bytes, page.charset(), REMOVED_RANGE);
    }

    @Test
    void tagsInAnyOrderAreReadOrRefusedInTime() {
        for (long seed = SEED; seed < SEED + (THOROUGH ? 400 : 100); seed++) {
            byte[] page = HostilePage.ofRandomTags(seed, 300);

            for (Extraction declaration : List.of(DECLARED, HEAVY, SELECTED_RANGE, Extraction.ofMainContent())) {
                assertThat(extract(page, null, declaration)).as("seed %d", seed).isNotNull();
            }
        }
    }

    @Test
    void aMillionNestedTagsAreTooLarge() {
        byte[] page = "<div>".repeat(1_000_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(extract(page, null, Extraction.ofMainContent()))
                .isInstanceOfSatisfying(
                        Extracted.Nothing.class,
                        nothing -> assertThat(nothing.reason()).isEqualTo(Extracted.Reason.TOO_LARGE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsReadCheckedAndComparedInTime(HostileTexts texts) {
        AgreementText before = read(texts.before());
        AgreementText after = read(texts.after());

        ProcessorTime.isShort("gate", () -> new QualityGate().check(after, new GateContext(before, "en")));
        ProcessorTime.isShort("diff", () -> new DocumentDiffer().diff(before, after));
        ProcessorTime.isShort("dates", () -> new DateReader().read(after));
        List<DataTable> old = ProcessorTime.isShort("tables", () -> tables.read(before));
        List<DataTable> fresh = tables.read(after);
        ProcessorTime.isShort("entries", () -> EntryComparison.between(old, fresh));
        ProcessorTime.isShort(
                "relocation",
                () -> new RelocationFinder(Duration.ofDays(14))
                        .find(
                                List.of(
                                        new ChangedDocument("terms", before, after, Instant.EPOCH),
                                        new ChangedDocument("privacy", after, before, Instant.EPOCH)),
                                SiblingTexts.NONE));
        int middle = before.text().length() / 2;
        int end = Math.min(before.text().length(), middle + 200);
        if (!before.text().substring(middle, end).isBlank()) {
            ProcessorTime.isShort(
                    "anchor", () -> QuoteFinder.from(before, after).find(Anchor.of(before, middle, end)));
        }
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void aPdfIsReadOrRefusedInTime(HostilePdf pdf) {
        byte[] bytes = pdf.bytes().get();

        assertThat(ProcessorTime.ofThread("pdf", () -> new PdfExtractor().extract(bytes)))
                .isNotNull();
    }

    private Extracted extract(byte[] page, @org.jspecify.annotations.Nullable String charset, Extraction declaration) {
        Extracted extracted =
                ProcessorTime.isShort("extraction", () -> extractor.extract(page, charset, BASE, declaration));
        if (extracted instanceof Extracted.Text text) {
            checkOffsets(text.agreement());
        }
        return extracted;
    }

    private AgreementText read(String markdown) {
        AgreementText text = ProcessorTime.isShort("reading", () -> reader.read(markdown));
        checkOffsets(text);
        return text;
    }

    private static void checkOffsets(AgreementText text) {
        int last = 0;
        for (Sentence sentence : text.sentences()) {
            if (sentence.start() < last
                    || sentence.end() <= sentence.start()
                    || sentence.section() >= text.sections().size()) {
                throw new AssertionError(sentence + " does not follow what ends at " + last);
            }
            last = sentence.end();
        }
        assertThat(last).isLessThanOrEqualTo(text.text().length());
    }

    private static List<ContentSelector> css(String... selectors) {
        return java.util.Arrays.stream(selectors)
                .map(selector -> (ContentSelector) new ContentSelector.Css(selector))
                .toList();
    }

    private static PageFilter filter(String name, String... parameters) {
        return PageFilter.named(name, List.of(parameters)).orElseThrow();
    }
}
