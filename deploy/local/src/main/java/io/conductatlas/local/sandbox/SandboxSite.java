package io.conductatlas.local.sandbox;

import static io.conductatlas.local.web.Html.escape;

import io.conductatlas.local.stack.StackSettings;
import io.conductatlas.local.stack.StateFolder;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import io.conductatlas.local.web.Html;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the fictional platforms as they are on the sandbox clock's day. */
public final class SandboxSite {
    private static final Pattern DATE = Pattern.compile("\\{\\{day (\\d{1,3})}}");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Script script;
    private final List<Map<String, PageState>> pages;
    private final StateFolder state;
    private final Clock clock;

    SandboxSite(Script script, StateFolder state, Clock clock) {
        this.script = script;
        this.pages = script.pagesByDay();
        this.state = state;
        this.clock = clock;
    }

    public static SandboxSite of(StackSettings settings, Clock clock) {
        return new SandboxSite(Script.read(), settings.state(), clock);
    }

    public Answer answer(Ask ask) {
        return switch (ask.path()) {
            case "/" -> index();
            case "/robots.txt" -> Answer.plain(200, "User-agent: *\nAllow: /\n");
            default -> page(ask);
        };
    }

    private Answer page(Ask ask) {
        String name = ask.path().substring(1);
        Progress progress = progress();
        int day = progress.dayAt(clock, script.days().size());
        PageState found = pages.get(day).get(name);
        if (found == null || found.kind() == PageKind.GONE) {
            return Answer.text(
                    404, "text/html; charset=utf-8", Html.page("Page not found", "<p>This page does not exist.</p>"));
        }
        PageState page = dated(found, progress.firstInstant());
        String site = siteOf(name);
        return switch (page.kind()) {
            case ARTICLE ->
                cacheable(
                        ask,
                        "text/html; charset=utf-8",
                        PageWriter.article(site, page).getBytes(StandardCharsets.UTF_8));
            case SCRIPTED ->
                cacheable(
                        ask,
                        "text/html; charset=utf-8",
                        PageWriter.scripted(site, page).getBytes(StandardCharsets.UTF_8));
            case PDF -> cacheable(ask, "application/pdf", PdfWriter.pdf(page.text()));
            case ERROR -> Answer.text(200, "text/html; charset=utf-8", PageWriter.error(site, page));
            case GONE -> Answer.notFound();
        };
    }

    private static Answer cacheable(Ask ask, String type, byte[] body) {
        String tag = "\"" + hash(body) + "\"";
        int status = ask.header("if-none-match").filter(tag::equals).isPresent() ? 304 : 200;
        return new Answer(status, type, status == 304 ? new byte[0] : body, Map.of("ETag", tag));
    }

    private Answer index() {
        Progress progress = progress();
        int today = progress.dayAt(clock, script.days().size());
        StringBuilder body = new StringBuilder();
        body.append("<p>Four fictional companies. It is day %d of %d, %s: <strong>%s</strong>. %s</p>"
                .formatted(
                        today + 1,
                        script.days().size(),
                        escape(WRITTEN.format(clock.instant())),
                        escape(script.days().get(today).title()),
                        escape(script.days().get(today).story())));
        for (Script.Platform platform : script.platforms()) {
            body.append("<h2>%s</h2><p>%s</p><ul>".formatted(escape(platform.name()), escape(platform.description())));
            platform.documents()
                    .forEach(document -> body.append("<li><a href=\"/%s\">%s</a></li>"
                            .formatted(escape(document.page()), escape(document.name()))));
            body.append("</ul>");
        }
        body.append("<h2>The days</h2><ol>");
        script.days()
                .forEach(day -> body.append(
                        "<li><strong>%s</strong> %s</li>".formatted(escape(day.title()), escape(day.story()))));
        body.append("</ol>");
        return Answer.page(Html.page("The sandbox", body.toString()));
    }

    private String siteOf(String page) {
        return script.platforms().stream()
                .filter(platform -> page.startsWith(platform.slug() + "/"))
                .map(Script.Platform::name)
                .findFirst()
                .orElse("Sandbox");
    }

    private Progress progress() {
        return Progress.of(state).orElseGet(() -> new Progress(clock.instant().toString(), 0, ""));
    }

    private PageState dated(PageState page, Instant firstDay) {
        return new PageState(
                page.kind(),
                dated(page.text(), firstDay),
                page.menu(),
                page.notice(),
                dated(page.footer(), firstDay).replace("{{today}}", STAMP.format(clock.instant())));
    }

    private static String dated(String text, Instant firstDay) {
        Matcher matcher = DATE.matcher(text);
        return matcher.replaceAll(
                match -> WRITTEN.format(firstDay.plus(Long.parseLong(match.group(1)) - 1, ChronoUnit.DAYS)));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
