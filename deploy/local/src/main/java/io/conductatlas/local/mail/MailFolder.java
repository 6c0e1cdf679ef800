package io.conductatlas.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The mail that arrived, one file a message and recipient, in the order of arrival; it outlives the server. */
public final class MailFolder {
    private static final String SUFFIX = ".eml";
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final Path folder;

    public MailFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a message down before the sender is told that it was taken. */
    synchronized void add(MimeMessage message, String recipient) throws MessagingException {
        try {
            int number = numbers().stream().reduce((first, last) -> last).orElse(0) + 1;
            Path unfinished = Files.createTempFile(folder, "incoming-", ".tmp");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                out.write(("X-Envelope-To: " + recipient.replaceAll("[\r\n]", "") + "\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                message.writeTo(out);
            }
            Files.move(unfinished, file(number));
        } catch (IOException e) {
            throw new MessagingException("the message could not be kept", e);
        }
    }

    /** All messages, oldest first. */
    public List<ReceivedMail> all() {
        return numbers().stream().map(number -> read(number, file(number))).toList();
    }

    Optional<ReceivedMail> message(int number) {
        return numbers().contains(number) ? Optional.of(read(number, file(number))) : Optional.empty();
    }

    /** A message as it came. */
    String raw(int number) {
        try {
            return Files.readString(file(number), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> numbers() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number) {
        return folder.resolve("%06d%s".formatted(number, SUFFIX));
    }

    private static ReceivedMail read(int number, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return ReceivedMail.of(number, new MimeMessage(NO_SERVER, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("not a message: " + file, e);
        }
    }
}
