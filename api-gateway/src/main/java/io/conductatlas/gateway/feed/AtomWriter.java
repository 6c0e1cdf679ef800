package io.conductatlas.gateway.feed;

import io.conductatlas.events.ProvisionChange;
import io.conductatlas.gateway.readmodel.AssessmentView;
import io.conductatlas.gateway.readmodel.ChangeView;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287): the same feed always gives the same bytes. */
final class AtomWriter {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SCHEME = Feed.AUTHORITY + "scheme:";

    private final UnaryOperator<String> address;

    /** @param address makes a path absolute */
    AtomWriter(UnaryOperator<String> address) {
        this.address = address;
    }

    byte[] write(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "id", feed.id());
            text(xml, "title", feed.title());
            text(xml, "updated", time(feed.updated()));
            link(xml, "self", feed.self(), "application/atom+xml");
            link(xml, "alternate", feed.page(), "text/html");
            xml.writeStartElement("author");
            text(xml, "name", "ConductAtlas");
            xml.writeEndElement();
            text(
                    xml,
                    "subtitle",
                    "What platforms change in the agreements people accept. Descriptions, not legal advice.");
            for (ChangeView change : feed.changes()) {
                entry(xml, change);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, ChangeView change) throws XMLStreamException {
        AssessmentView assessment = change.assessment();
        if (assessment == null) {
            return;
        }
        xml.writeStartElement("entry");
        text(xml, "id", Feed.AUTHORITY + "change:" + change.id());
        text(xml, "title", assessment.title());
        text(xml, "published", time(change.observedAt()));
        text(xml, "updated", time(Feed.updated(change)));
        link(xml, "alternate", address.apply("/changes/" + change.id()), "text/html");
        category(xml, "platform", change.platform().slug(), change.platform().name());
        category(
                xml,
                "document-type",
                change.document().type(),
                change.document().name());
        category(xml, "severity", lower(assessment.severity()), lower(assessment.severity()));
        category(xml, "direction", lower(assessment.direction()), lower(assessment.direction()));
        List<ProvisionChange> types = assessment.provisionChanges();
        for (String type : types.stream().map(ProvisionChange::type).distinct().toList()) {
            String title = types.stream()
                    .filter(touched -> touched.type().equals(type))
                    .map(ProvisionChange::title)
                    .findFirst()
                    .orElse(type);
            category(xml, "provision-type", type, title);
        }
        text(xml, "summary", assessment.summary());
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", clean(href));
    }

    private static void category(XMLStreamWriter xml, String scheme, String term, String label)
            throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", SCHEME + scheme);
        xml.writeAttribute("term", clean(term));
        xml.writeAttribute("label", clean(label));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Without the characters that XML 1.0 cannot hold, however they are escaped. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
