package io.conductatlas.local.infrastructure;

import io.conductatlas.clock.ShiftedClock;
import io.conductatlas.embedded.EmbeddedKafka;
import io.conductatlas.embedded.EmbeddedObjectStore;
import io.conductatlas.embedded.EmbeddedPostgres;
import io.conductatlas.local.hooks.WebhookReceiver;
import io.conductatlas.local.mail.MailFolder;
import io.conductatlas.local.mail.MailServer;
import io.conductatlas.local.mail.MailboxPage;
import io.conductatlas.local.sandbox.SandboxSite;
import io.conductatlas.local.stack.Port;
import io.conductatlas.local.stack.Secrets;
import io.conductatlas.local.stack.Service;
import io.conductatlas.local.stack.StackSettings;
import io.conductatlas.local.stack.StateFolder;
import io.conductatlas.local.web.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs everything the services need around them until it is told to end, and then stops it in order. */
final class InfrastructureMain {
    private static final Logger LOG = Logger.getLogger(InfrastructureMain.class.getName());

    private final StackSettings settings;
    private final StateFolder state;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private InfrastructureMain(StackSettings settings) {
        this.settings = settings;
        this.state = settings.state();
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        InfrastructureMain infrastructure = new InfrastructureMain(StackSettings.from(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::stop, "stop"));
        try {
            infrastructure.start();
            Thread.currentThread().join();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "the infrastructure did not start", e);
            System.err.println("atlas: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() throws IOException {
        Secrets secrets = Secrets.of(state);
        Clock clock = new ShiftedClock(Clock.systemUTC(), state.clock());
        Path data = state.data();
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(() -> {
            EmbeddedPostgres server = keep(EmbeddedPostgres.durable(
                    data.resolve("postgres"), data.resolve("postgres-programs"), settings.port(Port.POSTGRES)));
            for (Service service : Service.values()) {
                server.createDatabase(service.id());
            }
            return server;
        });
        keep(EmbeddedObjectStore.start(
                data.resolve("objects"),
                settings.port(Port.OBJECTS),
                secrets.objectsAccessKey(),
                secrets.objectsSecretKey(),
                "conductatlas"));
        MailFolder mail = new MailFolder(state.mail());
        keep(MailServer.start(settings.port(Port.SMTP), mail));
        keep(LoopbackServer.start(settings.port(Port.WEBHOOKS), new WebhookReceiver(state.webhooks(), clock)::answer));
        keep(LoopbackServer.start(settings.port(Port.SANDBOX), SandboxSite.of(settings, clock)::answer));
        EmbeddedKafka kafka = keep(EmbeddedKafka.start(
                data.resolve("kafka"), settings.port(Port.KAFKA), settings.port(Port.KAFKA_CONTROLLER)));
        kafka.createTopics();
        postgres.join();
        keep(LoopbackServer.start(settings.port(Port.MAILBOX), new MailboxPage(mail)::answer));
    }

    private <T extends AutoCloseable> T keep(T started) {
        synchronized (running) {
            running.push(started);
        }
        return started;
    }

    private void stop() {
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception e) {
                    LOG.log(Level.WARNING, "did not stop in order", e);
                }
            }
        }
    }
}
