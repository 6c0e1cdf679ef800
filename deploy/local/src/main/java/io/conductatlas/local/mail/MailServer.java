package io.conductatlas.local.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server on loopback that takes mail for everybody and writes it down. It delivers nothing to anyone. */
public final class MailServer implements AutoCloseable {
    private static final String KEEPER = "keeper@localhost";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    public static MailServer start(int port, MailFolder folder) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        UserManager users = server.getUserManager();
        server.start();
        users.setMessageDeliveryHandler((message, recipient) -> {
            folder.add(message.getMessage(), recipient.getEmail());
            return keeper(users);
        });
        return new MailServer(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static GreenMailUser keeper(UserManager users) throws UserException {
        GreenMailUser known = users.getUserByEmail(KEEPER);
        return known != null ? known : users.createUser(KEEPER, "keeper", "keeper");
    }
}
