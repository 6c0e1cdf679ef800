package io.conductatlas.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.conductatlas.local.stack.LocalException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** JSON over HTTP with one bearer key. */
public final class Rest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final String key;

    public Rest(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    /** What an address answered. */
    public record Reply(int status, JsonNode body) {
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The sentence of a problem document with its errors, or just the status where there is none. */
        public String problem() {
            String detail = body.path("detail").asText(body.path("title").asText(""));
            StringBuilder said = new StringBuilder("status " + status);
            if (!detail.isEmpty()) {
                said.append(": ").append(detail);
            }
            for (JsonNode error : body.path("errors")) {
                said.append(" [").append(error.path("pointer").asText());
                said.append(' ').append(error.path("message").asText()).append(']');
            }
            return said.toString();
        }
    }

    public Reply get(String path) {
        return exchange(request(path).GET());
    }

    public Reply post(String path, Map<String, ?> body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(write(body))));
    }

    public Reply post(String path) {
        return exchange(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The body of a successful answer; anything else is said in one line. */
    public static JsonNode expect(Reply reply, String what) {
        if (!reply.isSuccess()) {
            throw new LocalException(what + " was refused with " + reply.problem());
        }
        return reply.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    /** The bytes of a successful answer. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> response =
                send(request(path).setHeader("Accept", "*/*").GET());
        if (response.statusCode() != 200) {
            throw new LocalException(path + " was answered with status " + response.statusCode());
        }
        return response.body();
    }

    private Reply exchange(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = send(request);
        return new Reply(response.statusCode(), read(response.body()));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return HTTP.send(built, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new LocalException(
                    "%s does not answer (%s); is the stack up?"
                            .formatted(built.uri().getAuthority(), built.uri().getPath()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
