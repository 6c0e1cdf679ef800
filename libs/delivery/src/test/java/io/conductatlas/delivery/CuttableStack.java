package io.conductatlas.delivery;

import io.conductatlas.embedded.StackTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real servers, with a way to the database that a test can cut. */
public final class CuttableStack implements QuarkusTestResourceLifecycleManager {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)/");

    private final StackTestResource stack = new StackTestResource();
    private @Nullable CuttableProxy database;

    @Override
    public Map<String, String> start() {
        stack.init(Map.of(StackTestResource.DATABASE, "delivery"));
        Map<String, String> config = new HashMap<>(stack.start());
        Matcher port = PORT.matcher(config.get("quarkus.datasource.jdbc.url"));
        if (!port.find()) {
            throw new IllegalStateException("no port in the database's address");
        }
        CuttableProxy proxy = proxyTo(Integer.parseInt(port.group(1)));
        database = proxy;
        config.put("test.database.direct", config.get("quarkus.datasource.jdbc.url"));
        for (String url : new String[] {"quarkus.datasource.jdbc.url", "quarkus.datasource.reactive.url"}) {
            config.computeIfPresent(
                    url, (name, value) -> PORT.matcher(value).replaceFirst("127.0.0.1:" + proxy.port() + "/"));
        }
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(Objects.requireNonNull(database), new TestInjector.MatchesType(CuttableProxy.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        stack.stop();
    }

    private static CuttableProxy proxyTo(int port) {
        try {
            return new CuttableProxy(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
