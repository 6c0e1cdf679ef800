package io.conductatlas.documents.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlExtractorTest {
    private static final URI PAGE = URI.create("https://larkfield.example/legal/privacy?lang=en");

    private final HtmlExtractor extractor = new HtmlExtractor();

    @Test
    void writesHeadingsListsAndLinksAsTheArchiveDoes() {
        String markdown = markdown("""
                <main><h1>Privacy <em>Policy</em></h1>
                <p>We at   Larkfield keep <strong> little </strong>data.<br>Read <a href="/terms"> our terms </a>.</p>
                <h3>What we keep</h3>
                <ol start="3"><li>Names<li><p>Mail addresses</p><ul><li>yours</ul></ol>
                <blockquote><p>A promise.</p><p>Kept.</p></blockquote></main>""");

        assertThat(markdown).isEqualTo("""
                        Privacy _Policy_
                        ================

                        We at Larkfield keep **little** data. \s
                        Read [our terms](https://larkfield.example/terms) .

                        ### What we keep

                        3.  Names
                        4.  Mail addresses
                           \s
                            *   yours

                        > A promise.
                        >\s
                        > Kept.""");
    }

    @Test
    void writesTablesWithAnEmptyHeadWhereThereIsNone() {
        String markdown =
                markdown("<main><table><tr><td>Mail</td><td>a|b</td></tr><tr><td colspan=2>x</td></tr></table></main>");

        assertThat(markdown).isEqualTo("|     |     |\n| --- | --- |\n| Mail | a\\|b |\n| x   |     |");
    }

    @Test
    void escapesWhatWouldBeTakenForMarkup() {
        assertThat(markdown("<main><p>1. a*b_c [d] `e`</p><p># not a title</p><p>- dash</p></main>"))
                .isEqualTo("1\\. a\\*b\\_c \\[d\\] \\`e\\`\n\n\\# not a title\n\n\\- dash");
    }

    @Test
    void takesOutWhatIsNotTheAgreementAndMakesChangingMailProtectionConstant() {
        Extraction declaration =
                new Extraction(List.of(new ContentSelector.Css("main")), List.of(new ContentSelector.Css(".menu")));

        String markdown = markdown("""
                <main><style>p{}</style><div class=menu>Menu</div><p>Write to
                <a href="/cdn-cgi/l/email-protection#ab12">[x]</a>.</p><template><p>hidden</p></template></main>""", declaration);

        assertThat(markdown)
                .isEqualTo("Write to [[email\u00a0protected]](https://larkfield.example/cdn-cgi/l/email-protection)."
                        .replace("[[email", "[\\[email")
                        .replace("protected]]", "protected\\]]"));
    }

    @Test
    void cutsARangeThroughTheElementsItEndsIn() {
        Extraction declaration =
                new Extraction(List.of(new ContentSelector.Range("#from", true, "#to", false)), List.of());

        String markdown = markdown(
                "<body><div><p>before</p><h2 id=from>Terms</h2><p>one</p></div><div><p>two</p><p id=to>after</p></div></body>",
                declaration);

        assertThat(markdown).isEqualTo("Terms\n-----\n\none\n\ntwo");
    }

    @Test
    void removesARangeEvenWhereItsFirstElementIsRemovedToo() {
        Extraction declaration = new Extraction(
                List.of(new ContentSelector.Css("main")),
                List.of(new ContentSelector.Css("#a"), new ContentSelector.Range("#a", true, "#b", true)));

        assertThat(markdown(
                        "<main><p>one</p><p id=a>two</p><p>three</p><p id=b>four</p><p>five</p></main>", declaration))
                .isEqualTo("one\n\nfive");
    }

    @Test
    void saysWhyThereIsNoText() {
        assertThat(reason("<p>x</p>", Extraction.of("main"))).isEqualTo(Extracted.Reason.NO_MATCH);
        assertThat(reason("<main> </main>", Extraction.of("main"))).isEqualTo(Extracted.Reason.EMPTY);
        assertThat(reason("<main>x</main>", Extraction.of("main[["))).isEqualTo(Extracted.Reason.INVALID_SELECTOR);
    }

    @Test
    void looksForTheMainContentWhereNothingIsDeclared() {
        String words = "We keep what you give us for thirty days and share it with nobody. ".repeat(20);

        String markdown = markdown(
                "<body><nav><a href=/a>Home</a></nav><main><h1>Privacy</h1><p>" + words
                        + "</p></main><footer>Imprint</footer></body>",
                Extraction.ofMainContent());

        assertThat(markdown)
                .startsWith("Privacy\n=======")
                .doesNotContain("Home")
                .doesNotContain("Imprint");
    }

    @Test
    void readsBytesInTheCharsetThatTheServerNames() {
        Extracted extracted = extractor.extract(
                "<main>Größe</main>".getBytes(StandardCharsets.ISO_8859_1), "iso-8859-1", PAGE, Extraction.of("main"));

        assertThat(((Extracted.Text) extracted).agreement().text()).startsWith("Größe");
    }

    @ParameterizedTest
    @CsvSource({
        "../a b/ü, https://larkfield.example/a%20b/%C3%BC",
        "//other.example:443/x/./y/../z, https://other.example/x/z",
        "\\terms\\of, https://larkfield.example/terms/of",
        "?q='x', https://larkfield.example/legal/privacy?q=%27x%27",
        "HTTPS://Bücher.example, https://xn--bcher-kva.example/",
        "mailto:a b@x.example, mailto:a b@x.example",
        "http://[broken, http://[broken"
    })
    void resolvesLinksAsBrowsersDo(String href, String expected) {
        assertThat(markdown("<main><a href=\"" + href + "\">x</a></main>"))
                .isEqualTo(expected.contains(" ") ? "[x](<" + expected + ">)" : "[x](" + expected + ")");
    }

    private String markdown(String html) {
        return markdown(html, Extraction.of("main"));
    }

    private String markdown(String html, Extraction declaration) {
        Extracted extracted = extractor.extract(html, PAGE, declaration);
        assertThat(extracted).isInstanceOf(Extracted.Text.class);
        return ((Extracted.Text) extracted).agreement().markdown();
    }

    private Extracted.Reason reason(String html, Extraction declaration) {
        return ((Extracted.Nothing) extractor.extract(html, PAGE, declaration)).reason();
    }
}
