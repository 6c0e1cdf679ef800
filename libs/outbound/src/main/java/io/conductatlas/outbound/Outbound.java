package io.conductatlas.outbound;

import io.conductatlas.outbound.OutboundOutcome.Answered;
import io.conductatlas.outbound.OutboundOutcome.Hop;
import io.conductatlas.outbound.OutboundOutcome.Kind;
import io.conductatlas.outbound.OutboundOutcome.Reason;
import io.conductatlas.outbound.OutboundOutcome.Refused;
import io.conductatlas.outbound.OutboundOutcome.Timings;
import io.conductatlas.outbound.OutboundOutcome.Unreachable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Handshake;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to addresses that strangers chose.
 *
 * <p>It blocks until the answer is complete or the time is up: worker threads only. Each call has its own connection to
 * the very address that was checked, so that neither a name that changes its meaning nor a kept-alive connection leads
 * anywhere else. No proxy of the system is used, no cookie is kept.
 */
@ApplicationScoped
public class Outbound {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FETCH_PORTS = Set.of(80, 443);
    /** Headers that are for the first host only. */
    private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

    private final OutboundConfig config;
    private final Resolver resolver;
    private final DeniedNetworks denied;
    private final AnswerBody bodies;
    private final OkHttpClient client;
    private final ExecutorService lookups;

    @Inject
    public Outbound(OutboundConfig config) {
        this(config, Resolver.system(), UnaryOperator.identity());
    }

    /** For tests: names from a table, certificates from an authority of their own. */
    public Outbound(OutboundConfig config, Resolver resolver, UnaryOperator<OkHttpClient.Builder> tls) {
        this.config = config;
        this.resolver = resolver;
        this.denied = DeniedNetworks.andThisMachine();
        this.bodies = new AnswerBody(config);
        this.client = tls.apply(new OkHttpClient.Builder())
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false) // a webhook must not be sent twice behind our back
                .fastFallback(true) // the next checked address is tried all the same
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.readTimeout())
                .writeTimeout(config.readTimeout())
                .build();
        this.lookups = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "outbound-lookup");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Sends {@code request} and waits for what comes of it. */
    public OutboundOutcome send(OutboundRequest request) {
        Deadline deadline =
                Deadline.in(request.policy() == Policy.WEBHOOK ? config.webhookTimeout() : config.fetchTimeout());
        try {
            return follow(request, deadline);
        } catch (Blocked e) {
            return e.refused;
        } catch (InvalidUrlException e) {
            return new Refused(Reason.BAD_URL, describe(e));
        } catch (IOException e) {
            return unreachable(e);
        }
    }

    /**
     * Whether a request to {@code url} would be allowed now, without sending one. A name that does not resolve is no
     * refusal: it may tomorrow, and is checked again whenever something is sent.
     */
    public Optional<Refused> check(Policy policy, String url) {
        try {
            OutboundUrl parsed = OutboundUrl.parse(url);
            checked(policy, parsed, Deadline.in(config.connectTimeout()));
            return Optional.empty();
        } catch (Blocked e) {
            return Optional.of(e.refused);
        } catch (InvalidUrlException e) {
            return Optional.of(new Refused(Reason.BAD_URL, describe(e)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private OutboundOutcome follow(OutboundRequest request, Deadline deadline) throws IOException {
        OutboundUrl url = OutboundUrl.parse(request.url());
        OutboundUrl first = url;
        List<Hop> hops = new ArrayList<>();
        while (true) {
            List<InetAddress> addresses = checked(request.policy(), url, deadline);
            Deadline hopStart = Deadline.in(Duration.ZERO);
            boolean sameOrigin = url.origin().equals(first.origin());
            Exchange exchange = new Exchange(addresses);
            try (Response response = exchange.send(request, url, sameOrigin, deadline)) {
                String location = response.header("Location");
                boolean follows =
                        request.policy() == Policy.FETCH && REDIRECTS.contains(response.code()) && location != null;
                if (!follows) {
                    return answered(request.policy(), url, hops, exchange, response, deadline, hopStart);
                }
                hops.add(new Hop(url.toString(), response.code()));
                if (hops.size() > MOST_REDIRECTS) {
                    return new Unreachable(Kind.TOO_MANY_REDIRECTS, "more than %d redirects".formatted(MOST_REDIRECTS));
                }
                OutboundUrl next = url.follow(location);
                if (url.isHttps() && !next.isHttps()) {
                    return new Refused(Reason.DOWNGRADE, "a redirect leads from https to http");
                }
                url = next;
            }
        }
    }

    private Answered answered(
            Policy policy,
            OutboundUrl url,
            List<Hop> hops,
            Exchange exchange,
            Response response,
            Deadline deadline,
            Deadline hopStart)
            throws IOException {
        AnswerBody.Start body;
        if (policy == Policy.WEBHOOK) {
            body = startOf(response);
        } else {
            body = new AnswerBody.Start(bodies.readWhole(response.body(), response.headers()), false);
        }
        Handshake handshake = response.handshake();
        Optional<String> subject = Optional.ofNullable(handshake == null ? null : handshake.peerPrincipal())
                .map(java.security.Principal::getName);
        return new Answered(
                response.code(),
                response.headers().toMultimap(),
                body.bytes(),
                body.truncated(),
                url.toString(),
                hops,
                exchange.peer(),
                subject,
                new Timings(deadline.elapsed(), hopStart.elapsed()));
    }

    /** A webhook is delivered once its status is read; a body that then fails to come changes nothing. */
    private AnswerBody.Start startOf(Response response) {
        try {
            return bodies.readStart(response.body(), response.headers(), config.maxWebhookAnswerBytes());
        } catch (IOException e) {
            return new AnswerBody.Start(new byte[0], true);
        }
    }

    /** The addresses of {@code url}, each of them allowed; one that is not spoils them all. */
    private List<InetAddress> checked(Policy policy, OutboundUrl url, Deadline deadline) throws IOException {
        if (url.namesLoopback() && !config.allowLoopback()) {
            throw new Blocked("the address is not on the Internet");
        }
        List<InetAddress> addresses = resolve(url, deadline);
        if (config.allowLoopback() && addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return addresses;
        }
        if (addresses.stream().anyMatch(denied::contains)) {
            throw new Blocked("the address is not on the Internet");
        }
        if (policy == Policy.WEBHOOK && !url.isHttps()) {
            throw new Blocked("webhooks are sent over https only");
        }
        Set<Integer> ports = policy == Policy.WEBHOOK ? config.webhookPorts() : FETCH_PORTS;
        if (!ports.contains(url.port())) {
            throw new Blocked("port %d is closed to requests".formatted(url.port()));
        }
        return addresses;
    }

    private List<InetAddress> resolve(OutboundUrl url, Deadline deadline) throws IOException {
        Optional<InetAddress> literal = url.literal();
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        if (url.namesLoopback()) {
            return List.of(InetAddress.getByAddress(url.host(), new byte[] {127, 0, 0, 1}));
        }
        Future<List<InetAddress>> lookup = lookups.submit(() -> resolver.resolve(url.host()));
        try {
            Duration patience =
                    deadline.left().compareTo(config.connectTimeout()) < 0 ? deadline.left() : config.connectTimeout();
            List<InetAddress> addresses = lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (addresses.isEmpty()) {
                throw new UnknownHostException(url.host());
            }
            return addresses;
        } catch (TimeoutException e) {
            lookup.cancel(true);
            throw new UnknownHostException("no name server answered in time for " + url.host());
        } catch (ExecutionException e) {
            throw new UnknownHostException(url.host());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Unreachable unreachable(IOException e) {
        if (e instanceof AnswerBody.TooLarge) {
            return new Unreachable(Kind.TOO_LARGE, describe(e));
        }
        if (e instanceof AnswerBody.BadEncoding) {
            return new Unreachable(Kind.BAD_ENCODING, describe(e));
        }
        if (e instanceof UnknownHostException) {
            return new Unreachable(Kind.DNS, "the host name does not resolve");
        }
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return new Unreachable(Kind.TIMEOUT, "no complete answer in time");
        }
        if (e instanceof SSLException) {
            return isExpired(e)
                    ? new Unreachable(Kind.TLS_EXPIRED, "the server's certificate has expired")
                    : new Unreachable(Kind.TLS_INVALID, "the server's certificate or TLS is not acceptable");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new Unreachable(Kind.CONNECT, "no connection to the server");
        }
        return new Unreachable(Kind.RESET, "the connection broke before the answer was complete");
    }

    private static boolean isExpired(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException
                    || (cause instanceof CertPathValidatorException path && path.getReason() == BasicReason.EXPIRED)) {
                return true;
            }
        }
        return false;
    }

    private static String describe(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** One request over one connection to one of the addresses that were checked. */
    private final class Exchange implements Interceptor {

        private final List<InetAddress> addresses;
        private @Nullable InetAddress peer;

        Exchange(List<InetAddress> addresses) {
            this.addresses = addresses;
        }

        Response send(OutboundRequest request, OutboundUrl url, boolean sameOrigin, Deadline deadline)
                throws IOException {
            Request.Builder http = new Request.Builder()
                    .url(url.toHttpUrl())
                    .header("Accept-Encoding", request.policy() == Policy.FETCH ? "gzip, deflate" : "identity")
                    .header("Connection", "close");
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                if (sameOrigin || !CREDENTIALS.contains(header.getKey())) {
                    http.header(header.getKey(), header.getValue());
                }
            }
            http.method(request.method(), request.body().map(Once::new).orElse(null));
            return client.newBuilder()
                    .dns(host -> addresses)
                    .addNetworkInterceptor(this)
                    .callTimeout(deadline.left())
                    .build()
                    .newCall(http.build())
                    .execute();
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            InetAddress connected = java.util.Objects.requireNonNull(
                            chain.connection(), "a network interceptor has one")
                    .socket()
                    .getInetAddress();
            if (addresses.stream().noneMatch(address -> address.equals(connected))) {
                throw new Blocked("connected to an address that was not checked");
            }
            peer = connected;
            return chain.proceed(chain.request());
        }

        InetAddress peer() {
            return java.util.Objects.requireNonNull(peer, "an answer came over a connection");
        }
    }

    /** A body that goes out once, byte for byte, under the content type that the headers say. */
    private static final class Once extends RequestBody {
        private final byte[] bytes;

        Once(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }

    /** How long a call has taken and may still take. */
    private record Deadline(long start, long end) {

        static Deadline in(Duration time) {
            long now = System.nanoTime();
            return new Deadline(now, now + time.toNanos());
        }

        Duration left() throws InterruptedIOException {
            long nanos = end - System.nanoTime();
            if (nanos < 1_000_000) {
                throw new InterruptedIOException("the time is up");
            }
            return Duration.ofNanos(nanos);
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /** A refusal on its way up. */
    private static final class Blocked extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Refused refused;

        Blocked(String detail) {
            super(detail);
            this.refused = new Refused(Reason.SSRF_BLOCKED, detail);
        }
    }
}
