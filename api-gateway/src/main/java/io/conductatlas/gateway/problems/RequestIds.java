package io.conductatlas.gateway.problems;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** The name of a request in our logs, in the audit log and in the answer. */
public final class RequestIds {

    static final String HEADER = "X-Request-Id";
    private static final String KEY = "conductatlas.request-id";

    private RequestIds() {}

    /** The id that the caller sent, if it is a decent one, or one that was made for this request. */
    public static String of(RoutingContext request) {
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String sent = request.request().getHeader(HEADER);
        String id = sent != null && sent.matches("[A-Za-z0-9._-]{8,64}")
                ? sent
                : UUID.randomUUID().toString();
        request.put(KEY, id);
        return id;
    }
}
