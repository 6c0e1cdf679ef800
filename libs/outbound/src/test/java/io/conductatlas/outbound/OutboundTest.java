package io.conductatlas.outbound;

import static io.conductatlas.outbound.LocalServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Hop;
import io.conductatlas.outbound.OutboundOutcome.Kind;
import io.conductatlas.outbound.OutboundOutcome.Reason;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundOutcome.Unreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundTest {

    private static final Map<String, String> HEADERS = Map.of("User-Agent", "Test/1 (+https://conductatlas.example)");

    private LocalServer server;
    private final Outbound development =
            new Outbound(Settings.DEVELOPMENT, Resolver.system(), UnaryOperator.identity());

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.http();
    }

    @AfterEach
    void stop() {
        server.close();
        development.close();
    }

    @Test
    void fetchesAPageAndSaysHow() {
        AtomicReference<String> agent = new AtomicReference<>();
        server.on("/terms", exchange -> {
            agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            answer(exchange, 200, "Terms");
        });

        Answered answered = fetch("/terms");

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body()).asString(UTF_8).isEqualTo("Terms");
        assertThat(answered.header("etag")).contains("\"1\"");
        assertThat(answered.finalUrl()).isEqualTo(server.url("/terms"));
        assertThat(answered.peer().isLoopbackAddress()).isTrue();
        assertThat(answered.timings().total()).isPositive();
        assertThat(agent.get()).isEqualTo(HEADERS.get("User-Agent"));
    }

    @Test
    void dialsTheAddressItCheckedAndKeepsTheName() {
        AtomicReference<String> host = new AtomicReference<>();
        server.on("/", exchange -> {
            host.set(exchange.getRequestHeaders().getFirst("Host"));
            answer(exchange, 200, "ok");
        });
        FakeInternet internet =
                new FakeInternet().server("93.184.216.34", server.port()).name("good.example", "93.184.216.34");

        OutboundOutcome outcome = strict(internet).send(OutboundRequest.get("http://good.example/", HEADERS));

        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(((Answered) outcome).peer()).isEqualTo(FakeInternet.ip("93.184.216.34"));
        assertThat(host.get()).isEqualTo("good.example");
    }

    @Test
    void isNotFooledByANameThatChangesItsMeaning() {
        server.says("/", "secrets");
        FakeInternet internet = new FakeInternet()
                .server("127.0.0.1", server.port())
                .name("rebinding.example", "93.184.216.34")
                .name("rebinding.example", "127.0.0.1");

        OutboundOutcome first = strict(internet).send(OutboundRequest.get("http://rebinding.example/", HEADERS));
        OutboundOutcome second = strict(internet).send(OutboundRequest.get("http://rebinding.example/", HEADERS));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.CONNECT));
        assertThat(second)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.SSRF_BLOCKED));
        assertThat(internet.dialled).containsOnly(FakeInternet.ip("93.184.216.34"));
        assertThat(server.requests).hasValue(0);
    }

    @Test
    void triesTheNextCheckedAddressWhenOneIsDead() {
        server.says("/", "alive");
        FakeInternet internet = new FakeInternet()
                .server("93.184.216.34", server.port())
                .name("two.example", "93.184.216.99", "93.184.216.34");

        OutboundOutcome outcome = strict(internet).send(OutboundRequest.get("http://two.example/", HEADERS));

        assertThat(outcome).isInstanceOf(Answered.class);
    }

    @Test
    void followsFiveRedirectsAndNotSix() {
        for (int i = 0; i < 6; i++) {
            server.redirects("/six/" + i, 302, "/six/" + (i + 1));
            server.redirects("/five/" + i, 301, i == 4 ? "/five/end#part" : "/five/" + (i + 1));
        }
        server.says("/six/6", "too far").says("/five/end", "there");

        Answered five = fetch("/five/0");

        assertThat(five.body()).asString(UTF_8).isEqualTo("there");
        assertThat(five.hops()).hasSize(5).first().isEqualTo(new Hop(server.url("/five/0"), 301));
        assertThat(five.finalUrl()).isEqualTo(server.url("/five/end"));
        assertThat(unreachable("/six/0")).isEqualTo(Kind.TOO_MANY_REDIRECTS);
    }

    @Test
    void checksEachHopOfARedirect() {
        server.redirects("/", 302, "http://169.254.169.254/latest/meta-data/");
        FakeInternet internet = new FakeInternet()
                .server("93.184.216.34", server.port())
                .server("169.254.169.254", server.port())
                .name("good.example", "93.184.216.34");

        OutboundOutcome outcome = strict(internet).send(OutboundRequest.get("http://good.example/", HEADERS));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.SSRF_BLOCKED));
        assertThat(internet.dialled).containsExactly(FakeInternet.ip("93.184.216.34"));
    }

    @Test
    void refusesRedirectsToWhatIsNoAddress() {
        server.redirects("/user", 302, "http://a@127.0.0.1/").redirects("/number", 302, "http://2130706433/");
        server.redirects("/file", 302, "file:///etc/passwd").redirects("/slash", 302, "http:\\\\evil.example\\");

        for (String path : new String[] {"/user", "/number", "/file"}) {
            assertThat(development.send(OutboundRequest.get(server.url(path), HEADERS)))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.BAD_URL));
        }
        assertThat(development.send(OutboundRequest.get(server.url("/slash"), HEADERS)))
                .isNotInstanceOf(Answered.class);
    }

    @Test
    void carriesCredentialsToNoOtherHost() throws IOException {
        try (LocalServer other = LocalServer.http()) {
            AtomicReference<String> seen = new AtomicReference<>();
            other.on("/", exchange -> {
                seen.set(exchange.getRequestHeaders().getFirst("Authorization"));
                answer(exchange, 200, "ok");
            });
            server.redirects("/", 307, other.url("/"));

            OutboundOutcome outcome = development.send(OutboundRequest.get(
                    server.url("/"), Map.of("User-Agent", "Test/1", "Authorization", "Bearer secret")));

            assertThat(outcome).isInstanceOf(Answered.class);
            assertThat(seen.get()).isNull();
        }
    }

    @Test
    void undoesGzipAndBothKindsOfDeflate() {
        server.on("/gzip", exchange -> encoded(exchange, "gzip", gzip("Terms".getBytes(UTF_8))));
        server.on("/zlib", exchange -> encoded(exchange, "deflate", deflate("Terms".getBytes(UTF_8), false)));
        server.on("/raw", exchange -> encoded(exchange, "deflate", deflate("Terms".getBytes(UTF_8), true)));

        for (String path : new String[] {"/gzip", "/zlib", "/raw"}) {
            assertThat(fetch(path).body()).as(path).asString(UTF_8).isEqualTo("Terms");
        }
    }

    @Test
    void refusesCodingsItDidNotAskFor() {
        byte[] once = gzip("Terms".getBytes(UTF_8));
        server.on("/nested", exchange -> encoded(exchange, "gzip, gzip", gzip(once)));
        server.on("/brotli", exchange -> encoded(exchange, "br", once));
        server.on("/lie", exchange -> encoded(exchange, "gzip", "not gzip at all".getBytes(UTF_8)));

        for (String path : new String[] {"/nested", "/brotli", "/lie"}) {
            assertThat(unreachable(path)).as(path).isEqualTo(Kind.BAD_ENCODING);
        }
    }

    @Test
    void stopsABombBeforeItGoesOff() {
        byte[] bomb = gzip(new byte[200 << 20]);
        server.on("/", exchange -> encoded(exchange, "gzip", bomb));
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Kind kind = unreachable("/");

        assertThat(kind).isEqualTo(Kind.TOO_LARGE);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64L << 20);
    }

    @Test
    void takesNoMoreThanItsLimits() {
        server.on("/announced", exchange -> exchange.sendResponseHeaders(200, 11 << 20));
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[1 << 16];
            new java.util.Random(1).nextBytes(chunk);
            while (true) {
                exchange.getResponseBody().write(chunk);
            }
        });
        byte[] halfRandom = new byte[21 << 20];
        java.util.Random random = new java.util.Random(2);
        for (int i = 0; i < halfRandom.length; i += 16) {
            halfRandom[i] = (byte) random.nextInt();
        }
        byte[] packed = gzip(halfRandom);
        server.on("/expanded", exchange -> encoded(exchange, "gzip", packed));

        for (String path : new String[] {"/announced", "/endless", "/expanded"}) {
            assertThat(unreachable(path)).as(path).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void givesUpOnSlowServers() throws Exception {
        Outbound impatient = new Outbound(
                new Settings(true, Duration.ofMillis(300), Duration.ofMillis(900)),
                Resolver.system(),
                UnaryOperator.identity());
        CountDownLatch done = new CountDownLatch(1);
        server.on("/silent", exchange -> awaitQuietly(done));
        server.on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (done.getCount() > 0) {
                out.write('x');
                out.flush();
                awaitQuietly(done, 50);
            }
        });

        for (String path : new String[] {"/silent", "/drip"}) {
            assertThat(impatient.send(OutboundRequest.get(server.url(path), HEADERS)))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.TIMEOUT));
        }
        done.countDown();
    }

    @Test
    void namesDeadNamesDeadPortsAndBrokenConnections() throws Exception {
        FakeInternet internet = new FakeInternet().name("dead.example", "93.184.216.34");
        Outbound strict = strict(internet);
        assertThat(strict.send(OutboundRequest.get("http://nowhere.example/", HEADERS)))
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.DNS));
        assertThat(strict.send(OutboundRequest.get("http://dead.example/", HEADERS)))
                .isInstanceOfSatisfying(
                        Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.CONNECT));

        try (ServerSocket rude = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> hangUp = CompletableFuture.runAsync(() -> {
                try (Socket caller = rude.accept()) {
                    caller.getInputStream().readNBytes(10);
                    caller.setSoLinger(true, 0);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(development.send(OutboundRequest.get("http://127.0.0.1:" + rude.getLocalPort() + "/", HEADERS)))
                    .isInstanceOfSatisfying(
                            Unreachable.class, u -> assertThat(u.kind()).isEqualTo(Kind.RESET));
            hangUp.join();
        }
    }

    @Test
    void readsTheFirstBytesOfAWebhooksAnswerAndNeverFollows() {
        AtomicReference<byte[]> received = new AtomicReference<>();
        AtomicReference<String> type = new AtomicReference<>();
        server.on("/hook", exchange -> {
            received.set(exchange.getRequestBody().readAllBytes());
            type.set(exchange.getRequestHeaders().getFirst("Content-Type"));
            answer(exchange, 200, "x".repeat(100_000));
        });
        server.redirects("/moved", 308, "/hook");
        byte[] body = "{\"type\":\"change.detected\"}".getBytes(UTF_8);
        Map<String, String> headers = Map.of("User-Agent", "Test/1", "Content-Type", "application/json");

        Answered moved = (Answered) development.send(OutboundRequest.webhook(server.url("/moved"), headers, body));
        assertThat(received.get()).isNull();
        Answered answered = (Answered) development.send(OutboundRequest.webhook(server.url("/hook"), headers, body));

        assertThat(moved.status()).isEqualTo(308);
        assertThat(answered.body()).hasSize(16384);
        assertThat(answered.truncated()).isTrue();
        assertThat(received.get()).isEqualTo(body);
        assertThat(type.get()).isEqualTo("application/json");
    }

    @Test
    void countsAWebhookAsAnsweredWhenOnlyItsBodyFails() {
        server.on("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204 - 4, 1000);
            exchange.getResponseBody().write("cut".getBytes(UTF_8));
        });

        OutboundOutcome outcome =
                development.send(OutboundRequest.webhook(server.url("/hook"), HEADERS, "{}".getBytes(UTF_8)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Answered.class, a -> assertThat(a.status()).isEqualTo(200));
    }

    @Test
    void asksNobodyAnonymouslyAndKeepsItsOwnHeaders() {
        assertThatIllegalArgumentException().isThrownBy(() -> OutboundRequest.get("http://x.example/", Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OutboundRequest.get("http://x.example/", Map.of("User-Agent", "Test/1", "Host", "evil")));
    }

    private Answered fetch(String path) {
        OutboundOutcome outcome = development.send(OutboundRequest.get(server.url(path), HEADERS));
        assertThat(outcome).isInstanceOf(Answered.class);
        return (Answered) outcome;
    }

    private Kind unreachable(String path) {
        OutboundOutcome outcome = development.send(OutboundRequest.get(server.url(path), HEADERS));
        assertThat(outcome).as(path).isInstanceOf(Unreachable.class);
        return ((Unreachable) outcome).kind();
    }

    private static Outbound strict(FakeInternet internet) {
        return new Outbound(Settings.STRICT, internet, builder -> builder.socketFactory(internet));
    }

    private static void encoded(com.sun.net.httpserver.HttpExchange exchange, String encoding, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", encoding);
        answer(exchange, 200, body);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        awaitQuietly(latch, 60_000);
    }

    private static void awaitQuietly(CountDownLatch latch, long millis) {
        try {
            boolean ignored = latch.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
