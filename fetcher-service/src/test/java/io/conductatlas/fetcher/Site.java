package io.conductatlas.fetcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web site of a platform, on a host of its own, that remembers who asked for what and when. */
public final class Site {

    private static final HttpServer SERVER = start();
    private static final Map<String, Site> SITES = new ConcurrentHashMap<>();

    private final String host = "site-" + UUID.randomUUID().toString().substring(0, 8) + ".localhost";
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final AtomicInteger inside = new AtomicInteger();

    /** What was asked for, in order. */
    public final List<Visit> visits = new CopyOnWriteArrayList<>();

    /** The most requests that were under way at once. */
    public final AtomicInteger mostAtOnce = new AtomicInteger();

    public Site() {
        SITES.put(host, this);
    }

    public String url(String path) {
        return "http://" + host + ":" + SERVER.getAddress().getPort() + path;
    }

    public String host() {
        return host + ":" + SERVER.getAddress().getPort();
    }

    public Site page(String path, String html) {
        return page(path, new Page(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    public Site page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    public Site fails(String path, int status) {
        return page(path, new Page(status, "text/html", "no".getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    public Site robots(String text) {
        return page("/robots.txt", new Page(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    /** The visits to pages, without those to robots.txt. */
    public List<Visit> pageVisits() {
        return visits.stream()
                .filter(visit -> !visit.path().equals("/robots.txt"))
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        long arrived = System.nanoTime();
        mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            String path = exchange.getRequestURI().getPath();
            Page page = pages.getOrDefault(path, new Page(404, "text/plain", new byte[] {'?'}, Map.of()));
            String asked = exchange.getRequestHeaders().getFirst("If-None-Match");
            boolean same = asked != null && asked.equals(page.headers().get("ETag"));
            if (!page.contentType().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", page.contentType());
            }
            page.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            if (same || page.body().length == 0) {
                exchange.sendResponseHeaders(same ? 304 : page.status(), -1);
            } else {
                exchange.sendResponseHeaders(page.status(), page.body().length);
                exchange.getResponseBody().write(page.body());
            }
        } finally {
            inside.decrementAndGet();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            visits.add(new Visit(exchange.getRequestURI().getPath(), headers, arrived, System.nanoTime()));
        }
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "site");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", exchange -> {
                try (exchange) {
                    String host = exchange.getRequestHeaders().getFirst("Host");
                    SITES.get(host.substring(0, host.indexOf(':'))).serve(exchange);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page answers. */
    public record Page(int status, String contentType, byte[] body, Map<String, String> headers) {}

    /** One request. */
    public record Visit(String path, Map<String, String> headers, long arrived, long left) {}
}
