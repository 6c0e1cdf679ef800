package io.conductatlas.documents.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.Section;
import io.conductatlas.documents.Sentence;
import io.conductatlas.documents.SentenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    private final MarkdownReader reader = new MarkdownReader();

    @Test
    void findsSectionsUnderTheirHeadings() {
        AgreementText agreement = reader.read("""
                Privacy
                =======

                Before all else.

                Sharing
                -------

                We share little.

                ### Partners

                None.

                Sharing
                -------

                Again.""");

        assertThat(agreement.sections())
                .extracting(Section::path)
                .containsExactly("Privacy", "Privacy › Sharing", "Privacy › Sharing › Partners", "Privacy › Sharing");
        assertThat(agreement.sections())
                .extracting(Section::anchor)
                .containsExactly("privacy", "sharing", "partners", "sharing-2");
    }

    @Test
    void cutsSentencesWhereTheyEnd() {
        AgreementText agreement = reader.read(
                "We act under Art. 6 of the GDPR, e.g. for billing. You may object! “Why?” you ask. See Sec. 3.2 of Acme Inc. for more.");

        assertThat(sentences(agreement))
                .containsExactly(
                        "We act under Art. 6 of the GDPR, e.g. for billing.",
                        "You may object!",
                        "“Why?” you ask.",
                        "See Sec. 3.2 of Acme Inc. for more.");
    }

    @Test
    void takesTheMarkupOutAndKeepsTheWords() {
        AgreementText agreement = reader.read(
                "*   We use **cookies** and [tags](https://x.example/a\\(b\\) \"a title\") _only_ with\u00a0consent\\. ![logo](x.svg)");

        assertThat(agreement.text()).isEqualTo("We use cookies and tags only with consent.\n");
        assertThat(agreement.sentences()).extracting(Sentence::kind).containsExactly(SentenceKind.LIST_ITEM);
    }

    @Test
    void tellsMenusTablesAndTitlesFromProse() {
        AgreementText agreement = reader.read("""
                [Home](/a) [Terms](/b)

                **Your rights**

                | Name | Purpose |
                | --- | --- |
                | sid | Login |

                You may ask us.""");

        assertThat(agreement.sentences())
                .extracting(Sentence::kind)
                .containsExactly(
                        SentenceKind.LINK_LIST,
                        SentenceKind.HEADING,
                        SentenceKind.TABLE_ROW,
                        SentenceKind.TABLE_ROW,
                        SentenceKind.PROSE);
        assertThat(sentences(agreement)).contains("sid | Login");
    }

    private static List<String> sentences(AgreementText agreement) {
        return agreement.sentences().stream()
                .map(sentence -> sentence.in(agreement.text()))
                .toList();
    }
}
