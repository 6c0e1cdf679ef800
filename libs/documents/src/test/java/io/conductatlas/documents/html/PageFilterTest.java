package io.conductatlas.documents.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFilterTest {
    private static final URI PAGE = URI.create("https://tillmoor.example/legal/terms");

    private final HtmlExtractor extractor = new HtmlExtractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "removeQueryParams; <a href='/a?x=1&utm_source=m&y=2#z'>t</a>; [t](https://tillmoor.example/a?x=1&y=2#z)",
                "removeQueryParams; <a href='/a?utm_source=m'>t</a>; [t](https://tillmoor.example/a)",
                "removeQueryParams; <a href='/a?other=m'>t</a>; [t](https://tillmoor.example/a?other=m)",
                "removeQueryParams; <p>t</p><img src='i.png?utm_source=m'>; t\\n\\n![](https://tillmoor.example/legal/i.png)",
                "cleanUrls; <a href='/a?fbclid=1&p=2'>t</a>; [t](https://tillmoor.example/a?p=2)",
                "removeRedirectFromLinks; <a href='https://l.tillmoor.example/l.php?u=https%3A%2F%2Fb.example%2F&h=1'>t</a>; [t](https://b.example/)",
                "removeRedirectFromLinks; <a href='/l.php?u=javascript:x'>t</a>; [t](https://tillmoor.example/l.php?u=javascript:x)",
                "removeLinks; <a href='/a'>t</a>; t",
                "removeEmptyLinks; <p>t<a href='/a'></a></p>; t",
                "removeHeaderAnchors; <h3>t<a href='#t'>#</a></h3>; ### t",
                "removeInvisibleText; <p>t</p><p style='display: none'>u</p><p hidden>v</p>; t"
            })
    void doesWhatItsNameSays(String name, String html, String expected) {
        assertThat(markdown(html, PageFilter.named(name, List.of("utm_source")).orElseThrow()))
                .isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void removesElementsByTheirText() {
        PageFilter filter = PageFilter.named("removeElementsWithText", List.of("p", "Was this helpful"))
                .orElseThrow();

        assertThat(markdown("<p>one</p><p>Was this helpful?</p><p>two</p>", filter))
                .isEqualTo("one\n\ntwo");
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(PageFilter.named("rewriteEverything", List.of())).isEmpty();
        assertThat(PageFilter.fault("rewriteEverything", List.of())).contains("no filter is named rewriteEverything");
    }

    @Test
    void saysWhatItsParametersLack() {
        assertThat(PageFilter.fault("removeLinks", List.of())).isEmpty();
        assertThat(PageFilter.fault("removeLinks", List.of("x"))).contains("removeLinks takes no parameters");
        assertThat(PageFilter.fault("removeQueryParams", List.of("x"))).isEmpty();
        assertThat(PageFilter.fault("removeQueryParams", List.of())).isPresent();
        assertThat(PageFilter.fault("removeElementsWithText", List.of("p", "x")))
                .isEmpty();
        assertThat(PageFilter.fault("removeElementsWithText", List.of("p[", "x")))
                .isPresent();
    }

    private String markdown(String html, PageFilter filter) {
        Extraction declaration = new Extraction(List.of(new ContentSelector.Css("main")), List.of(), List.of(filter));
        Extracted extracted = extractor.extract("<main>" + html + "</main>", PAGE, declaration);
        return ((Extracted.Text) extracted).agreement().markdown();
    }
}
