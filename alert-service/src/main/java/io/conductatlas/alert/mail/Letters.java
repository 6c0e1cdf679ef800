package io.conductatlas.alert.mail;

import io.conductatlas.alert.audience.Following;
import io.conductatlas.alert.changes.Hunk;
import io.conductatlas.events.ChangeAssessed;
import io.conductatlas.events.ProvisionChange;
import io.conductatlas.events.Severity;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes letters. Rendering takes its time: worker threads only. */
@ApplicationScoped
public class Letters {

    /** Characters of changed words in one mail; beyond about 100 kB mail readers cut a mail off. */
    private static final int ROOM = 12_000;

    private static final int MOST_IN_DIGEST = 40;
    private static final String DISCLAIMER =
            "This mail describes what documents state, permit or reserve. It is not legal advice and not a legal "
                    + "determination; whether and how a provision applies varies by jurisdiction and circumstances.";

    private static final Comparator<ChangeAssessed> MOST_SEVERE_FIRST = Comparator.comparing(
                    ChangeAssessed::severity, Comparator.reverseOrder())
            .thenComparing(change -> change.platform().name())
            .thenComparing(ChangeAssessed::observedAt)
            .thenComparing(ChangeAssessed::changeId);

    private final Links links;
    private final ChangeCards cards;

    Letters(Links links) {
        this.links = links;
        this.cards = new ChangeCards(links);
    }

    /**
     * The same-day mail about one change, or about several of one platform.
     *
     * @param hunks the places of each change, by its id
     * @param following what brought the changes to the subscriber, where it still exists
     */
    public Letter alert(
            UUID subscriberId,
            ZoneId zone,
            String planName,
            List<ChangeAssessed> changes,
            Map<String, List<Hunk>> hunks,
            Optional<Following> following) {
        List<ChangeAssessed> sorted = changes.stream().sorted(MOST_SEVERE_FIRST).toList();
        ChangeAssessed first = sorted.get(0);
        List<ChangeCard> shown = sorted.stream()
                .map(change -> cards.card(
                        change, hunks.getOrDefault(change.changeId(), List.of()), zone, ROOM / sorted.size()))
                .toList();
        String severity = Wording.severity(first.severity());
        String intro = intro(sorted);
        String subject = (sorted.size() == 1 ? first.title() : intro) + " [" + severity + "]";
        AlertLetter letter = new AlertLetter(
                Letter.oneLine(subject),
                first.summary(),
                intro,
                shown,
                why(first, planName, following),
                links.home(),
                links.methodology(),
                links.unsubscribe(subscriberId, MailingList.ALERTS));
        return new Letter(
                MailingList.ALERTS,
                subject,
                text(letter),
                Templates.alert(letter).render(),
                letter.unsubscribeUrl());
    }

    /**
     * The digest of a period.
     *
     * @param notes what there is to say beyond the changes
     */
    public Letter digest(
            UUID subscriberId,
            ZoneId zone,
            Instant start,
            Instant end,
            List<ChangeAssessed> changes,
            List<String> notes) {
        List<ChangeAssessed> sorted = changes.stream().sorted(MOST_SEVERE_FIRST).toList();
        List<ChangeCard> shown = sorted.stream()
                .limit(MOST_IN_DIGEST)
                .map(change -> cards.card(change, List.of(), zone, 0))
                .toList();
        LocalDate from = start.atZone(zone).toLocalDate();
        LocalDate to = end.atZone(zone).toLocalDate().minusDays(1);
        String week = Wording.span(from, to);
        long platforms =
                sorted.stream().map(change -> change.platform().id()).distinct().count();
        long high = sorted.stream()
                .filter(change -> change.severity() == Severity.HIGH)
                .count();
        String counted = Wording.counted(sorted.size(), "change", "changes") + " of meaning on "
                + Wording.counted(platforms, "platform", "platforms") + " you follow"
                + (high == 0 ? "" : ", " + high + " of high severity");
        String subject = "Your week: " + Wording.counted(sorted.size(), "change", "changes")
                + (high == 0 ? "" : ", " + high + " of high severity") + " [" + week + "]";
        DigestLetter letter = new DigestLetter(
                subject,
                counted + ".",
                "Week of " + week,
                counted + "." + (sorted.size() > 1 ? " The most severe come first." : ""),
                shown,
                sorted.size() - shown.size(),
                notes,
                "You get this because you asked for the weekly digest of what you follow.",
                links.home(),
                links.changes(),
                links.methodology(),
                links.unsubscribe(subscriberId, MailingList.DIGEST));
        return new Letter(
                MailingList.DIGEST,
                subject,
                text(letter),
                Templates.digest(letter).render(),
                letter.unsubscribeUrl());
    }

    private static String intro(List<ChangeAssessed> changes) {
        long documents = changes.stream()
                .map(change -> change.document().id())
                .distinct()
                .count();
        return "%s: %s in %s"
                .formatted(
                        changes.get(0).platform().name(),
                        Wording.counted(changes.size(), "change", "changes"),
                        Wording.counted(documents, "document", "documents"));
    }

    private static String why(ChangeAssessed change, String planName, Optional<Following> following) {
        String followed = following
                .map(one -> followed(change, one))
                .orElse("documents of " + change.platform().name());
        return "You get this because you follow %s, with the plan %s.".formatted(followed, planName);
    }

    private static String followed(ChangeAssessed change, Following following) {
        String platform = change.platform().name();
        return switch (following.scope()) {
            case PLATFORM -> "all documents of " + platform;
            case DOCUMENT -> "the %s of %s".formatted(change.document().name(), platform);
            case PROVISION -> "the provision %s of %s".formatted(following.provisionId(), platform);
            case PROVISION_TYPE ->
                "the provision type “%s” on %s"
                        .formatted(
                                change.provisionChanges().stream()
                                        .filter(provision -> provision.type().equals(following.provisionType()))
                                        .map(ProvisionChange::title)
                                        .findFirst()
                                        .orElse(String.valueOf(following.provisionType())),
                                following.platformId() == null ? "every platform" : platform);
        };
    }

    private static String text(AlertLetter letter) {
        PlainText text = new PlainText();
        if (letter.several()) {
            text.line("", letter.intro()).blank();
        }
        for (ChangeCard card : letter.cards()) {
            text.title(card.title()).blank();
            text.line("", card.summary()).blank();
            text.fact("Platform", card.platform());
            text.fact("Document", card.document());
            text.fact("Severity", card.severity());
            text.fact("Direction", card.direction());
            card.dates().forEach(fact -> text.fact(fact.label(), fact.value()));
            text.fact("Record", card.id()).blank();
            if (!card.hunks().isEmpty()) {
                text.line("", "What changed, word by word (- as it was, + as it is, [words that differ]):")
                        .blank();
                card.hunks().forEach(text::place);
            }
            if (card.moreHunks() > 0) {
                text.line(
                        "  ",
                        Wording.counted(card.moreHunks(), "more place is", "more places are") + " not shown here.");
            }
            if (card.otherHunks() > 0) {
                text.line(
                        "  ",
                        Wording.counted(card.otherHunks(), "place differs", "places differ")
                                + " only in dates, links, layout or the like.");
            }
            if (card.moreHunks() > 0 || card.otherHunks() > 0) {
                text.blank();
            }
            provisions(text, card);
            regulations(text, card);
            text.whole("Change record:   " + card.changeUrl());
            text.whole("Full comparison: " + card.diffUrl());
            text.whole("Document:        " + card.documentUrl()).blank();
        }
        return foot(text, letter.why(), letter.methodologyUrl(), letter.unsubscribeUrl());
    }

    private static void provisions(PlainText text, ChangeCard card) {
        if (card.provisions().isEmpty()) {
            return;
        }
        text.line("", "Provisions:");
        card.provisions()
                .forEach(provision -> text.line(
                        "  * ",
                        "    ",
                        "%s: %s (%s)"
                                .formatted(
                                        provision.effect(),
                                        provision.title(),
                                        provision.severity().toLowerCase(java.util.Locale.ROOT))));
        if (card.moreProvisions() > 0) {
            text.line("  ", "and %d more".formatted(card.moreProvisions()));
        }
        text.blank();
    }

    private static void regulations(PlainText text, ChangeCard card) {
        if (card.regulations().isEmpty()) {
            return;
        }
        text.line("", "Regulations this touches on:");
        card.regulations()
                .forEach(tag -> text.line(
                        "  * ",
                        "    ",
                        tag.name() + " " + tag.article() + (tag.why().isBlank() ? "" : ": " + tag.why())));
        text.blank();
    }

    private static String text(DigestLetter letter) {
        PlainText text = new PlainText();
        text.title(letter.title()).blank();
        text.line("", letter.intro()).blank();
        for (ChangeCard card : letter.cards()) {
            text.line("[" + card.severity() + "] ", "  ", card.title());
            text.line("  ", card.platform() + ", " + card.document() + ". " + card.direction() + ".");
            text.line("  ", card.summary());
            card.dates().forEach(fact -> text.line("  ", "    ", fact.label() + ": " + fact.value()));
            text.whole("  " + card.changeUrl()).blank();
        }
        if (letter.more() > 0) {
            text.line("", Wording.counted(letter.more(), "more change", "more changes") + ":");
            text.whole(letter.changesUrl()).blank();
        }
        if (!letter.notes().isEmpty()) {
            letter.notes().forEach(note -> text.line("", note));
            text.blank();
        }
        return foot(text, letter.why(), letter.methodologyUrl(), letter.unsubscribeUrl());
    }

    private static String foot(PlainText text, String why, String methodology, String unsubscribe) {
        text.whole("-- ");
        text.line("", why);
        text.line("", DISCLAIMER).blank();
        text.whole("How changes are found and judged: " + methodology);
        text.whole("Stop these mails: " + unsubscribe);
        return text.toString();
    }

    /** The HTML parts, checked when the service is built. */
    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alert(AlertLetter letter);

        static native TemplateInstance digest(DigestLetter letter);
    }
}
