package io.conductatlas.fetcher.intake;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.Sha256;
import io.conductatlas.archive.warc.CaptureWarc;
import io.conductatlas.archive.warc.WarcPart;
import io.conductatlas.delivery.Worker;
import io.conductatlas.events.CapturedPart;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.fetcher.capture.CapturePlace;
import io.conductatlas.fetcher.capture.CaptureStorage;
import io.conductatlas.fetcher.capture.ContentHash;
import io.conductatlas.fetcher.capture.FetchedSource;
import io.conductatlas.fetcher.capture.TakeOver;
import io.conductatlas.fetcher.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a capture from an archive onto the ordinary way: into the object store, then a row and its event. */
@ApplicationScoped
class TakeOverCapture {

    static final String ALREADY_RECORDED = "ALREADY_RECORDED";

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Set<String> TYPES =
            Set.of("text/html", "application/xhtml+xml", "text/markdown", "text/plain", "application/pdf");

    private final IntakeConfig config;
    private final KnownSources sources;
    private final Archive archive;
    private final CaptureStorage storage;
    private final Worker worker;
    private final Clock clock;

    TakeOverCapture(
            IntakeConfig config,
            KnownSources sources,
            Archive archive,
            CaptureStorage storage,
            Worker worker,
            Clock clock) {
        this.config = config;
        this.sources = sources;
        this.archive = archive;
        this.storage = storage;
        this.worker = worker;
        this.clock = clock;
    }

    Uni<IntakeAnswer> apply(@Nullable ArchivedCapture offered) {
        if (offered == null) {
            throw invalid("a capture is a JSON object");
        }
        String platform = required("platform", offered.platform());
        String document = required("document", offered.document());
        Instant observedAt = observedAt(required("observed_at", offered.observedAt()));
        String contentType = contentType(required("content_type", offered.contentType()));
        Optional<String> sourceUrl = sourceUrl(offered.sourceUrl());
        byte[] content = content(offered);
        return sources.named(platform, document)
                .chain(source -> worker.run(() -> archive(source, content, contentType, sourceUrl, observedAt))
                        .chain(archived -> storage.takeOver(source, archived)
                                .map(result -> answer(result, archived.contentHash()))));
    }

    private FetchedSource archive(
            SourceDeclared source, byte[] content, String contentType, Optional<String> sourceUrl, Instant observedAt) {
        String uri = sourceUrl.orElseGet(() -> "urn:conductatlas:archive:%s/%s"
                .formatted(source.platform().slug(), source.document().slug()));
        WarcPart part = new WarcPart(
                uri,
                observedAt,
                200,
                Map.of("content-type", List.of(contentType)),
                content,
                Optional.empty(),
                Map.of("taken-over-from", List.of("archive")));
        ObjectRef warc =
                archive.put(CapturePlace.prefix(observedAt), CaptureWarc.write(List.of(part)), CapturePlace.SUFFIX);
        String sha256 = Sha256.of(content);
        String url = sourceUrl.orElse(null);
        return new FetchedSource(
                List.of(new CapturedPart(url, url, 200, contentType, sha256, content.length)),
                ContentHash.of(List.of(sha256)),
                warc,
                List.of(),
                observedAt);
    }

    private static IntakeAnswer answer(TakeOver result, String contentHash) {
        if (result instanceof TakeOver.Refused refused) {
            throw new ProblemException(
                    "older-than-newest-capture",
                    "Not newer than what is known",
                    409,
                    "A capture of %s is known already; an archive is handed in oldest first, and only what is newer is taken."
                            .formatted(refused.newest()));
        }
        if (result instanceof TakeOver.Known known) {
            return new IntakeAnswer(known.captureId(), ALREADY_RECORDED, "already recorded", contentHash);
        }
        TakeOver.Taken taken = (TakeOver.Taken) result;
        return taken.changed()
                ? new IntakeAnswer(taken.captureId(), "RECORDED", "recorded", contentHash)
                : new IntakeAnswer(
                        taken.captureId(), "UNCHANGED", "the same content as the capture before", contentHash);
    }

    private Instant observedAt(String text) {
        Instant instant;
        try {
            instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw invalid("observed_at is an instant such as 2024-05-01T12:00:00Z");
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(clock.instant().plus(config.mostAhead()))) {
            throw invalid("observed_at lies in the future or before the web");
        }
        return instant;
    }

    private static String contentType(String text) {
        String bare = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(bare) || text.length() > 200 || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw invalid("content_type is one of " + TYPES.stream().sorted().toList());
        }
        return text;
    }

    private static Optional<String> sourceUrl(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            String scheme = URI.create(text).getScheme();
            if (text.length() <= 4096 && ("https".equals(scheme) || "http".equals(scheme))) {
                return Optional.of(text);
            }
        } catch (IllegalArgumentException e) {
            throw invalid("source_url is an http or https address");
        }
        throw invalid("source_url is an http or https address");
    }

    private byte[] content(ArchivedCapture offered) {
        String text = offered.content();
        String base64 = offered.contentBase64();
        byte[] content;
        if (text != null && base64 == null) {
            content = text.getBytes(StandardCharsets.UTF_8);
        } else if (base64 != null && text == null) {
            try {
                content = Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw invalid("content_base64 is not Base64");
            }
        } else {
            throw invalid("a capture has either content or content_base64");
        }
        if (content.length == 0) {
            throw invalid("a capture is not empty");
        }
        if (content.length > config.maxBytes()) {
            throw new ProblemException(
                    "too-large", "Too large", 413, "A capture has at most %d bytes.".formatted(config.maxBytes()));
        }
        return content;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw invalid(name + " is missing");
        }
        return value;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException("invalid-capture", "Invalid capture", 422, detail);
    }
}
