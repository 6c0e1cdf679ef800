package io.conductatlas.alert.mail;

import io.conductatlas.alert.dispatch.Outcome;
import io.conductatlas.alert.dispatch.RetryPolicy;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Hands letters to the mail server and says what it made of them. */
@ApplicationScoped
public class PostOffice {

    /** The server does not know us: our fault, and no reason to give anybody up. */
    private static final Set<Integer> OUR_CREDENTIALS = Set.of(530, 534, 535, 538, 454);

    private static final String RECIPIENT_REFUSED = "recipient address not accepted";
    private static final double JITTER = 0.1;

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final RetryPolicy policy;

    PostOffice(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
        this.policy = new RetryPolicy(
                config.retryAfter(),
                true,
                config.giveUpAfter(),
                JITTER,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** When a letter that was not taken is handed in again. */
    public RetryPolicy policy() {
        return policy;
    }

    /** Sends {@code letter} under a {@code Message-ID} that is the same however often it is sent. */
    public Uni<Outcome> send(String address, String messageId, Letter letter) {
        Mail mail = new Mail()
                .addTo(address)
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", messageId)
                .addHeader("List-Id", listId(letter.list()))
                .addHeader("List-Unsubscribe", listUnsubscribe(letter))
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .addHeader("Auto-Submitted", "auto-generated");
        config.replyTo().ifPresent(mail::addReplyTo);
        return mailer.send(mail)
                .<Outcome>replaceWith(() -> new Outcome.Delivered(250, "the mail server has taken it"))
                .onFailure()
                .recoverWithItem(PostOffice::outcomeOf);
    }

    /** Whether the outcome says that there is no such mailbox, or that it wants nothing of us. */
    public static boolean isHardBounce(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.detail().startsWith("the recipient");
    }

    private String listId(MailingList list) {
        return "\"%s\" <%s.%s>".formatted(list.title(), list.token(), config.listDomain());
    }

    private String listUnsubscribe(Letter letter) {
        return config.unsubscribeAddress()
                .map(address -> "<%s>, <mailto:%s?subject=unsubscribe>".formatted(letter.unsubscribe(), address))
                .orElseGet(() -> "<" + letter.unsubscribe() + ">");
    }

    static Outcome outcomeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answer) {
                return outcomeOf(answer);
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new Outcome.NotYet(null, "the mail server cannot be reached", Optional.empty());
            }
        }
        return new Outcome.Unknown(
                "the connection to the mail server broke: " + failure.getClass().getSimpleName());
    }

    private static Outcome outcomeOf(SMTPException answer) {
        int code = answer.getReplyCode();
        boolean ofRecipient =
                String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT).contains(RECIPIENT_REFUSED);
        if (code < 500 || OUR_CREDENTIALS.contains(code)) {
            return new Outcome.NotYet(code, "the mail server does not take it now", Optional.empty());
        }
        return new Outcome.Refused(
                code,
                ofRecipient
                        ? "the recipient's mailbox is refused for good"
                        : "the mail server refuses the message for good");
    }
}
