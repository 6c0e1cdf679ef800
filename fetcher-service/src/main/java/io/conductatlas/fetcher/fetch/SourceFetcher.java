package io.conductatlas.fetcher.fetch;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.ObjectUnusableException;
import io.conductatlas.archive.Sha256;
import io.conductatlas.archive.warc.CaptureWarc;
import io.conductatlas.archive.warc.MalformedWarcException;
import io.conductatlas.archive.warc.WarcPart;
import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.FailureKind;
import io.conductatlas.events.FetchMode;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import io.conductatlas.events.Variant;
import io.conductatlas.fetcher.FetchConfig;
import io.conductatlas.fetcher.HostKey;
import io.conductatlas.fetcher.capture.CapturePlace;
import io.conductatlas.fetcher.capture.ContentHash;
import io.conductatlas.fetcher.capture.FetchFailure;
import io.conductatlas.fetcher.capture.FetchedSource;
import io.conductatlas.fetcher.capture.UnchangedSource;
import io.conductatlas.fetcher.politeness.Robots;
import io.conductatlas.fetcher.politeness.RobotsRules;
import io.conductatlas.fetcher.source.PageState;
import io.conductatlas.outbound.InvalidUrlException;
import io.conductatlas.outbound.OutboundOutcome;
import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Hop;
import io.conductatlas.outbound.OutboundUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches all pages of a source in their order and archives them as one capture. Blocks. */
@ApplicationScoped
class SourceFetcher {

    private static final String ACCEPT =
            "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1";
    private static final String URL_EVIDENCE = "requested-url";

    private final FetchConfig config;
    private final Robots robots;
    private final Archive archive;
    private final UserAgent userAgent;
    private final Clock clock;

    SourceFetcher(FetchConfig config, Robots robots, Archive archive, UserAgent userAgent, Clock clock) {
        this.config = config;
        this.robots = robots;
        this.archive = archive;
        this.userAgent = userAgent;
        this.clock = clock;
    }

    FetchResult fetch(Lease lease, Courier courier) {
        SourceDeclared source = lease.held().source();
        if (source.fetchMode() == FetchMode.BROWSER) {
            return new FetchResult.Failed(FetchFailure.of(
                    FailureKind.BROWSER_UNAVAILABLE,
                    source.locations().get(0).url(),
                    "the page needs a browser, and this fetcher has none"));
        }
        Optional<List<WarcPart>> kept = lease.pages().stream().anyMatch(PageState::canBeAskedForChanges)
                        && lease.lastContentHash().isPresent()
                ? keptParts(lease)
                : Optional.empty();
        List<Page> pages = new ArrayList<>();
        for (SourceLocation location : source.locations()) {
            try {
                pages.add(page(lease, courier, location.url(), kept));
            } catch (PageFailedException e) {
                return new FetchResult.Failed(e.failure);
            }
        }
        return result(lease, pages);
    }

    private FetchResult result(Lease lease, List<Page> pages) {
        Instant observedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<PageState> states = pages.stream().map(Page::state).toList();
        String contentHash =
                ContentHash.of(states.stream().map(PageState::sha256).toList());
        if (lease.lastContentHash().equals(Optional.of(contentHash))
                && lease.lastCaptureId().isPresent()) {
            boolean notModified = pages.stream().noneMatch(Page::isNew);
            return new FetchResult.Unchanged(
                    new UnchangedSource(contentHash, lease.lastCaptureId().get(), notModified, states, observedAt));
        }
        byte[] warc = CaptureWarc.write(pages.stream().map(Page::part).toList());
        ObjectRef ref = archive.put(CapturePlace.prefix(observedAt), warc, CapturePlace.SUFFIX);
        List<CapturedPart> parts = pages.stream().map(Page::captured).toList();
        return new FetchResult.Changed(new FetchedSource(parts, contentHash, ref, states, observedAt));
    }

    private Page page(Lease lease, Courier courier, String named, Optional<List<WarcPart>> kept) {
        OutboundUrl url = parse(named);
        RobotsRules rules = robots.rulesFor(url, robotsTxt -> courier.get(robotsTxt, headers(lease)));
        if (rules instanceof RobotsRules.Unknown unknown) {
            throw new PageFailedException(FetchFailure.of(unknown.kind(), named, unknown.detail()));
        }
        RobotsRules.Known known = (RobotsRules.Known) rules;
        if (!known.allowed()) {
            throw new PageFailedException(FetchFailure.of(
                    FailureKind.ROBOTS_DENIED, named, "the site's robots.txt asks us not to fetch this"));
        }
        known.crawlDelay().ifPresent(delay -> courier.respect(url, delay));

        Optional<PageState> last = kept.isPresent() ? lease.page(named) : Optional.empty();
        Map<String, String> headers = headers(lease);
        last.ifPresent(state -> askForChanges(headers, state));
        OutboundOutcome outcome = courier.get(url, headers);
        Instant now = clock.instant();
        if (outcome instanceof Answered answered && answered.status() == 304 && last.isPresent()) {
            return kept(last.get(), kept.get());
        }
        AnswerJudge judge = new AnswerJudge(config.mostRetryAfter());
        judge.failure(outcome, named, lease.held().source().fetchMode(), now).ifPresent(failure -> {
            throw new PageFailedException(failure);
        });
        Answered answered = (Answered) outcome;
        return fresh(named, answered, judge.contentType(answered).orElseThrow(), now);
    }

    private static Page kept(PageState state, List<WarcPart> kept) {
        WarcPart part = kept.stream()
                .filter(old -> Sha256.of(old.payload()).equals(state.sha256()))
                .findFirst()
                .orElseThrow();
        return new Page(state.url(), part, part.contentType().orElse("text/html"), state, false);
    }

    private static Page fresh(String named, Answered answered, String contentType, Instant now) {
        WarcPart part = new WarcPart(
                answered.finalUrl(),
                now,
                answered.status(),
                answered.headers(),
                answered.body(),
                Optional.of(answered.peer()),
                evidence(named, answered));
        PageState state = new PageState(
                named,
                answered.header("etag").orElse(null),
                answered.header("last-modified").orElse(null),
                Sha256.of(answered.body()));
        return new Page(named, part, contentType, state, true);
    }

    private static Map<String, List<String>> evidence(String named, Answered answered) {
        Map<String, List<String>> evidence = new HashMap<>();
        evidence.put(URL_EVIDENCE, List.of(named));
        evidence.put(
                "duration-ms", List.of(Long.toString(answered.timings().total().toMillis())));
        if (!answered.hops().isEmpty()) {
            evidence.put(
                    "redirected-from",
                    answered.hops().stream().map(SourceFetcher::describe).toList());
        }
        answered.tlsSubject().ifPresent(subject -> evidence.put("tls-subject", List.of(subject)));
        return evidence;
    }

    private static String describe(Hop hop) {
        return hop.status() + " " + hop.url();
    }

    /** The parts of the last capture, if every page that may answer "not modified" is among them. */
    private Optional<List<WarcPart>> keptParts(Lease lease) {
        if (lease.lastWarc().isEmpty()) {
            return Optional.empty();
        }
        try {
            List<WarcPart> parts = CaptureWarc.read(archive.get(lease.lastWarc().get()));
            List<String> hashes =
                    parts.stream().map(part -> Sha256.of(part.payload())).toList();
            return lease.pages().stream().allMatch(page -> hashes.contains(page.sha256()))
                    ? Optional.of(parts)
                    : Optional.empty();
        } catch (ObjectUnusableException | MalformedWarcException e) {
            return Optional.empty(); // withdrawn: fetched anew as if it were the first time
        }
    }

    private Map<String, String> headers(Lease lease) {
        Map<String, String> headers = new HashMap<>();
        headers.put("User-Agent", userAgent.text());
        headers.put("Accept", ACCEPT);
        headers.put("Accept-Language", language(lease.held().source().document().variant()));
        return headers;
    }

    private static String language(Variant variant) {
        return variant.region().isEmpty() || variant.language().contains("-")
                ? variant.language()
                : variant.language() + "-" + variant.region() + ", " + variant.language() + ";q=0.9";
    }

    private static void askForChanges(Map<String, String> headers, PageState state) {
        put(headers, "If-None-Match", state.etag());
        put(headers, "If-Modified-Since", state.lastModified());
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null && value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            headers.put(name, value);
        }
    }

    private static OutboundUrl parse(String named) {
        try {
            return OutboundUrl.parse(HostKey.withoutFragment(named));
        } catch (InvalidUrlException e) {
            throw new PageFailedException(
                    FetchFailure.of(FailureKind.SSRF_BLOCKED, named, String.valueOf(e.getMessage())));
        }
    }

    /** One page, new or as it was. */
    private record Page(String url, WarcPart part, String contentType, PageState state, boolean isNew) {
        CapturedPart captured() {
            return new CapturedPart(url, part.uri(), part.status(), contentType, state.sha256(), part.payload().length);
        }
    }

    /** One page failed, and with it the source. */
    private static final class PageFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient FetchFailure failure;

        PageFailedException(FetchFailure failure) {
            super(failure.detail());
            this.failure = failure;
        }
    }
}
