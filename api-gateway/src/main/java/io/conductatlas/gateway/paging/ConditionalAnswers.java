package io.conductatlas.gateway.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.conductatlas.archive.Sha256;
import io.conductatlas.gateway.readmodel.Rows;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives answers the hash of their own bytes as ETag. */
@Provider
@Conditional
class ConditionalAnswers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (response.getStatus() != 200 || entity == null) {
            return;
        }
        byte[] bytes = entity instanceof byte[] raw ? raw : write(entity);
        String etag = '"' + Sha256.of(bytes) + '"';
        response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes);
        }
    }

    private static boolean matches(@Nullable String wanted, String etag) {
        return wanted != null
                && Arrays.stream(wanted.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static byte[] write(Object entity) {
        try {
            return Rows.JSON.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }
}
