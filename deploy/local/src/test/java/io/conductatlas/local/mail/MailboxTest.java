package io.conductatlas.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.conductatlas.embedded.FreePorts;
import io.conductatlas.local.web.Answer;
import io.conductatlas.local.web.Ask;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    @TempDir
    Path folder;

    @Test
    void mailIsKeptWhenTheServerEndsAndReadInTheBrowser() throws Exception {
        int port = FreePorts.find(1).get(0);
        try (MailServer server = MailServer.start(port, new MailFolder(folder))) {
            send(port, "Larkfield <changed> its Privacy Policy");
        }
        MailboxPage page = new MailboxPage(new MailFolder(folder));

        assertThat(new MailFolder(folder).all()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("wanda@watcher.example");
            assertThat(mail.subject()).isEqualTo("Larkfield <changed> its Privacy Policy");
            assertThat(mail.text()).contains("plain words");
            assertThat(mail.html()).contains("<script>");
        });
        assertThat(body(page, "/")).contains("Larkfield &lt;changed&gt;", "wanda@watcher.example");
        assertThat(body(page, "/mail/1"))
                .contains("plain words", "<iframe sandbox")
                .doesNotContain("<script>");
        assertThat(body(page, "/mail/1/raw")).contains("X-Envelope-To: wanda@watcher.example");
    }

    @Test
    void theHtmlOfAMailCannotRunOrLoadAnything() throws Exception {
        int port = FreePorts.find(1).get(0);
        try (MailServer server = MailServer.start(port, new MailFolder(folder))) {
            send(port, "anything");
        }

        Answer html = get(new MailboxPage(new MailFolder(folder)), "/mail/1/html");

        assertThat(html.headers().get("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    }

    @Test
    void aMessageThatDoesNotExistIsNotFound() {
        assertThat(get(new MailboxPage(new MailFolder(folder)), "/mail/7").status())
                .isEqualTo(404);
    }

    private static void send(int port, String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("alerts@conductatlas.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("wanda@watcher.example"));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("plain words", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>words<script>alert(1)</script></p>", "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private static Answer get(MailboxPage page, String path) {
        return page.answer(new Ask("GET", path, Map.of(), new byte[0]));
    }

    private static String body(MailboxPage page, String path) {
        return new String(get(page, path).body(), StandardCharsets.UTF_8);
    }
}
