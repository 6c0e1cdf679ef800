package io.conductatlas.differ.capture;

import io.conductatlas.archive.Archive;
import io.conductatlas.archive.warc.CaptureWarc;
import io.conductatlas.archive.warc.MalformedWarcException;
import io.conductatlas.archive.warc.WarcPart;
import io.conductatlas.documents.AgreementText;
import io.conductatlas.documents.html.ContentSelector;
import io.conductatlas.documents.html.Extracted;
import io.conductatlas.documents.html.Extraction;
import io.conductatlas.documents.html.HtmlExtractor;
import io.conductatlas.documents.html.PageFilter;
import io.conductatlas.documents.markdown.MarkdownReader;
import io.conductatlas.documents.pdf.PdfExtractor;
import io.conductatlas.events.CaptureRecorded;
import io.conductatlas.events.ObjectRef;
import io.conductatlas.events.Selector;
import io.conductatlas.events.SourceDeclared;
import io.conductatlas.events.SourceLocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the agreement out of a capture's bytes. Blocks. */
@ApplicationScoped
class CaptureReader {

    /** Half a hundred documents of an ordinary length of 25,000 words, and at most 32 MB of a heap of 256 MB. */
    private static final long REMEMBERED_CHARACTERS = 16_000_000;

    private static final URI NOWHERE = URI.create("https://archive.invalid/");

    private final Archive archive;
    private final HtmlExtractor html = new HtmlExtractor();
    private final PdfExtractor pdf = new PdfExtractor();
    private final MarkdownReader markdown = new MarkdownReader();
    private final RememberedTexts remembered = new RememberedTexts(REMEMBERED_CHARACTERS);

    CaptureReader(Archive archive) {
        this.archive = archive;
    }

    /** Fails with {@link MalformedWarcException} where the object is no capture. */
    Extracted read(CaptureRecorded capture, Optional<SourceDeclared> source) {
        List<WarcPart> parts = CaptureWarc.read(archive.get(capture.warc()));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<SourceLocation> location = location(source, i);
            Optional<String> fault = location.flatMap(CaptureReader::faultOfFilters);
            if (fault.isPresent()) {
                return new Extracted.Nothing(Extracted.Reason.INVALID_SELECTOR, fault.get());
            }
            Extracted extracted =
                    read(parts.get(i), location.map(CaptureReader::declaration).orElseGet(Extraction::ofMainContent));
            if (extracted instanceof Extracted.Text text) {
                texts.add(text.agreement().markdown());
            } else {
                return extracted;
            }
        }
        return new Extracted.Text(markdown.readCombined(texts));
    }

    /** An archived text. The last ones are remembered, since one text is compared with many. */
    AgreementText readVersion(ObjectRef ref) {
        return remembered.find(ref.sha256()).orElseGet(() -> {
            AgreementText text = markdown.read(new String(archive.get(ref), StandardCharsets.UTF_8));
            remembered.remember(ref.sha256(), text);
            return text;
        });
    }

    private Extracted read(WarcPart part, Extraction declaration) {
        String type = part.contentType().orElse("text/html");
        String mediaType = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return switch (mediaType) {
            case "text/markdown", "text/x-markdown" -> {
                String text = new String(part.payload(), StandardCharsets.UTF_8).strip();
                yield text.isEmpty()
                        ? new Extracted.Nothing(Extracted.Reason.EMPTY, "no text")
                        : new Extracted.Text(markdown.read(text));
            }
            case "text/html", "application/xhtml+xml", "text/plain", "" ->
                html.extract(part.payload(), charset(type), address(part), declaration);
            case "application/pdf" -> pdf.extract(part.payload());
            case "application/octet-stream", "binary/octet-stream" ->
                PdfExtractor.isPdf(part.payload()) ? pdf.extract(part.payload()) : unreadable(mediaType);
            default -> unreadable(mediaType);
        };
    }

    private static Extracted unreadable(String mediaType) {
        return new Extracted.Nothing(Extracted.Reason.UNREADABLE, "the content type is " + mediaType);
    }

    private static @Nullable String charset(String contentType) {
        for (String parameter : contentType.split(";", -1)) {
            String[] pair = parameter.trim().split("=", 2);
            if (pair.length == 2 && pair[0].trim().equalsIgnoreCase("charset")) {
                return pair[1].trim().replace("\"", "");
            }
        }
        return null;
    }

    private static URI address(WarcPart part) {
        try {
            return new URI(part.uri());
        } catch (URISyntaxException e) {
            return NOWHERE;
        }
    }

    private static Optional<SourceLocation> location(Optional<SourceDeclared> source, int part) {
        List<SourceLocation> locations = source.map(SourceDeclared::locations).orElse(List.of());
        return part < locations.size() ? Optional.of(locations.get(part)) : Optional.empty();
    }

    /** A filter that is not known must not be passed over: the text would be another one than was declared. */
    private static Optional<String> faultOfFilters(SourceLocation location) {
        return location.filtersInOrder().stream()
                .flatMap(filter -> PageFilter.fault(filter.name(), filter.parameters()).stream())
                .findFirst();
    }

    private static Extraction declaration(SourceLocation location) {
        return new Extraction(
                location.select().stream().map(CaptureReader::selector).toList(),
                location.remove().stream().map(CaptureReader::selector).toList(),
                location.filtersInOrder().stream()
                        .flatMap(filter -> PageFilter.named(filter.name(), filter.parameters()).stream())
                        .toList());
    }

    private static ContentSelector selector(Selector selector) {
        String css = selector.css();
        if (css != null) {
            return new ContentSelector.Css(css);
        }
        String startBefore = selector.startBefore();
        String endAfter = selector.endAfter();
        return new ContentSelector.Range(
                startBefore != null ? startBefore : Objects.requireNonNull(selector.startAfter()),
                startBefore != null,
                endAfter != null ? endAfter : Objects.requireNonNull(selector.endBefore()),
                endAfter != null);
    }
}
