package io.conductatlas.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One message as its reader sees it. */
public record ReceivedMail(
        int number, String messageId, String to, String from, String subject, String date, String text, String html) {

    static ReceivedMail of(int number, MimeMessage message) throws MessagingException {
        return new ReceivedMail(
                number,
                header(message, "Message-ID"),
                header(message, "X-Envelope-To"),
                header(message, "From"),
                orEmpty(message.getSubject()),
                header(message, "Date"),
                part(message, "text/plain"),
                part(message, "text/html"));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return orEmpty(message.getHeader(name, ", "));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String part(Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType(type)) {
                return orEmpty((String) part.getContent());
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart each = parts.getBodyPart(i);
                    String found = part(each, type);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
