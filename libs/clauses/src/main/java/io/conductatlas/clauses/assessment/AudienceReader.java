package io.conductatlas.clauses.assessment;

import io.conductatlas.clauses.catalogue.Audience;
import io.conductatlas.clauses.catalogue.Catalogue;
import io.conductatlas.clauses.detection.Quote;
import io.conductatlas.clauses.phrases.PhraseBook;
import io.conductatlas.documents.AgreementText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads whom the changed sentences of a provision name, in their words or in the headings above them. */
final class AudienceReader {
    private record Kind(String slug, int[] phrases) {}

    private final PhraseBook book;
    private final List<Kind> kinds = new ArrayList<>();

    AudienceReader(Catalogue catalogue) {
        PhraseBook.Builder builder = PhraseBook.builder(catalogue.vocabulary());
        for (Audience audience : catalogue.audiences()) {
            kinds.add(new Kind(
                    audience.slug(),
                    audience.any().stream().mapToInt(builder::add).toArray()));
        }
        this.book = builder.build();
    }

    /** The slugs of those named, in a fixed order. */
    Set<String> named(Subject subject, AssessedProvision provision, ChangedWords changed) {
        Set<String> named = new TreeSet<>();
        read(subject.before(), provision.before(), Basis.Side.BEFORE, changed, named);
        read(subject.after(), provision.after(), Basis.Side.AFTER, changed, named);
        for (int hunk : provision.hunks()) {
            heading(subject.diff().hunks().get(hunk).beforeSection(), named);
            heading(subject.diff().hunks().get(hunk).afterSection(), named);
        }
        return named;
    }

    private void read(
            AgreementText text, List<Quote> quotes, Basis.Side side, ChangedWords changed, Set<String> named) {
        for (Quote quote : quotes) {
            if (changed.meet(side, quote)) {
                add(text.text(), quote.start(), quote.end(), named);
            }
        }
    }

    private void heading(String path, Set<String> named) {
        String heading = Phrasing.lastHeading(path);
        add(heading, 0, heading.length(), named);
    }

    private void add(String text, int from, int to, Set<String> named) {
        BitSet found = book.search(book.read(text, from, to));
        for (Kind kind : kinds) {
            for (int phrase : kind.phrases()) {
                if (found.get(phrase)) {
                    named.add(kind.slug());
                }
            }
        }
    }
}
