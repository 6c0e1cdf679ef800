package io.conductatlas.local.mail;

import static io.conductatlas.local.web.Html.escape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import io.conductatlas.local.web.Html;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mail in the browser: a list, each message's text, its HTML in a frame in which nothing runs or loads, and its source.
 * {@code /mail.json} gives all of it to programs.
 */
public final class MailboxPage {
    private static final Pattern MESSAGE = Pattern.compile("/mail/(\\d{1,6})(/html|/raw)?");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final MailFolder folder;

    public MailboxPage(MailFolder folder) {
        this.folder = folder;
    }

    public Answer answer(Ask ask) {
        return switch (ask.path()) {
            case "/" -> list();
            case "/ready" -> Answer.plain(200, "ready\n");
            case "/mail.json" -> json();
            default -> message(ask.path());
        };
    }

    private Answer list() {
        List<ReceivedMail> all = folder.all();
        StringBuilder rows = new StringBuilder();
        for (int i = all.size() - 1; i >= 0; i--) {
            ReceivedMail mail = all.get(i);
            rows.append("<tr><td>%s</td><td>%s</td><td><a href=\"/mail/%d\">%s</a></td></tr>"
                    .formatted(escape(mail.date()), escape(mail.to()), mail.number(), escape(mail.subject())));
        }
        String body = all.isEmpty()
                ? "<p>No mail yet.</p>"
                : "<p>%d messages, newest first. They were taken on loopback and delivered to nobody.</p><table><tr><th>Date</th><th>To</th><th>Subject</th></tr>%s</table>"
                        .formatted(all.size(), rows);
        return Answer.page(Html.page("Mailbox", body));
    }

    private Answer json() {
        try {
            return Answer.text(200, "application/json", JSON.writeValueAsString(folder.all()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer message(String path) {
        Matcher matcher = MESSAGE.matcher(path);
        if (!matcher.matches()) {
            return Answer.notFound();
        }
        int number = Integer.parseInt(matcher.group(1));
        String view = matcher.group(2) == null ? "" : matcher.group(2);
        Function<ReceivedMail, Answer> shown = switch (view) {
            case "/html" -> MailboxPage::html;
            case "/raw" -> mail -> Answer.plain(200, folder.raw(mail.number()));
            default -> MailboxPage::whole;
        };
        return folder.message(number).map(shown).orElseGet(Answer::notFound);
    }

    private static Answer html(ReceivedMail mail) {
        return Answer.text(200, "text/html; charset=utf-8", mail.html())
                .with("Content-Security-Policy", NOTHING_RUNS)
                .with("Referrer-Policy", "no-referrer");
    }

    private static Answer whole(ReceivedMail mail) {
        String frame = mail.html().isEmpty()
                ? ""
                : "<h2>HTML</h2><iframe sandbox src=\"/mail/%d/html\" title=\"The message as HTML\"></iframe>"
                        .formatted(mail.number());
        return Answer.page(Html.page(mail.subject(), """
                <p><a href="/">All mail</a> · <a href="/mail/%d/raw">Source</a></p>
                <table><tr><th>From</th><td>%s</td></tr><tr><th>To</th><td>%s</td></tr><tr><th>Date</th><td>%s</td></tr><tr><th>Message-ID</th><td>%s</td></tr></table>
                <h2>Text</h2><pre>%s</pre>%s
                """.formatted(
                        mail.number(),
                        escape(mail.from()),
                        escape(mail.to()),
                        escape(mail.date()),
                        escape(mail.messageId()),
                        escape(mail.text()),
                        frame)));
    }
}
