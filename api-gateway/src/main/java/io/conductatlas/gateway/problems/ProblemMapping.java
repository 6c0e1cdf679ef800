package io.conductatlas.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.conductatlas.gateway.problems.Problem.FieldError;
import io.conductatlas.gateway.readmodel.InvalidPositionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure of a resource into a problem. */
class ProblemMapping {

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    private static final URI SIGN_IN = URI.create("/ops/sign-in");

    private static final Map<Integer, String> TITLES = Map.of(
            400, "The request cannot be understood",
            404, "Not found",
            405, "This cannot be done here",
            406, "No acceptable representation",
            413, "The body is too large",
            415, "The body's media type is not supported");

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request is malformed.",
            404, "There is nothing at this address.",
            405, "The method is not allowed at this address.",
            406, "None of the media types asked for can be given.",
            413, "A body may have at most 256 kB.",
            415, "Send application/json.");

    private final ErrorPage page;

    ProblemMapping(ErrorPage page) {
        this.page = page;
    }

    @ServerExceptionMapper
    RestResponse<Object> map(ProblemException e, RoutingContext request) {
        return respond(e, request);
    }

    @ServerExceptionMapper
    RestResponse<Object> map(InvalidPositionException e, RoutingContext request) {
        return respond(ProblemException.badParameter("after", "is not a cursor of this list"), request);
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<Object> map(UnauthorizedException e, RoutingContext request) {
        return unauthorised(request, "missing-key", "Send an API key: Authorization: Bearer ca_live_…");
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<Object> map(AuthenticationFailedException e, RoutingContext request) {
        if (e.getCause() instanceof TooManyAttemptsException guessed) {
            return respond(guessed, request);
        }
        return unauthorised(request, "wrong-key", "The key is not one of ours, or no longer.");
    }

    @ServerExceptionMapper(priority = 1)
    RestResponse<Object> map(ForbiddenException e, RoutingContext request) {
        return respond(
                new ProblemException("scope-missing", "Not with this key", 403, "The key's scope does not reach this."),
                request);
    }

    @ServerExceptionMapper
    RestResponse<Object> map(JsonProcessingException e, RoutingContext request) {
        return respond(malformed(e), request);
    }

    /** Named besides the general one, because Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper(priority = 1)
    RestResponse<Object> map(MismatchedInputException e, RoutingContext request) {
        return respond(malformed(e), request);
    }

    @ServerExceptionMapper
    RestResponse<Object> map(WebApplicationException e, RoutingContext request) {
        Response response = e.getResponse();
        int status = response.getStatus();
        if (status == 400 && json(e) instanceof JsonProcessingException json) {
            return respond(malformed(json), request);
        }
        if (status >= 500) {
            return map((Throwable) e, request);
        }
        ProblemException problem = new ProblemException(
                "http-" + status,
                TITLES.getOrDefault(status, "The request cannot be served"),
                status,
                DETAILS.getOrDefault(status, "The request cannot be served."));
        RestResponse<Object> answer = respond(problem, request);
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, allow);
        }
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<Object> map(Throwable e, RoutingContext request) {
        LOG.errorf(e, "Request %s failed", RequestIds.of(request));
        return respond(
                new ProblemException("internal", "Our fault", 500, "Something went wrong on our side."), request);
    }

    private RestResponse<Object> unauthorised(RoutingContext request, String slug, String detail) {
        HttpServerRequest asked = request.request();
        if (isStaffPage(asked.path()) && Acceptance.wantsPage(asked.getHeader(HttpHeaders.ACCEPT))) {
            return RestResponse.ResponseBuilder.<Object>seeOther(SIGN_IN).build();
        }
        RestResponse<Object> answer = respond(new ProblemException(slug, "An API key is needed", 401, detail), request);
        answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"conductatlas\"");
        return answer;
    }

    private RestResponse<Object> respond(ProblemException e, RoutingContext request) {
        HttpServerRequest asked = request.request();
        Problem problem = Problem.of(e, asked.path(), RequestIds.of(request));
        boolean wantsPage = Acceptance.wantsPage(asked.getHeader(HttpHeaders.ACCEPT));
        RestResponse<Object> answer = RestResponse.ResponseBuilder.<Object>create(e.status())
                .entity(wantsPage ? page.render(problem) : problem)
                .header(HttpHeaders.CONTENT_TYPE, wantsPage ? Problem.PAGE_TYPE : Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
        if (e instanceof TooManyAttemptsException wait) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, wait.retryAfter());
        }
        return answer;
    }

    private static boolean isStaffPage(String path) {
        return path.equals("/ops") || path.startsWith("/ops/");
    }

    private static @Nullable Throwable json(Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Says where a body is wrong, in our words: the parser's name classes of ours. */
    private static ProblemException malformed(JsonProcessingException e) {
        String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        boolean unknown = e instanceof UnrecognizedPropertyException;
        FieldError error = new FieldError(
                pointer.isEmpty() ? null : pointer,
                unknown ? "unknown-property" : "malformed",
                unknown ? "is not a property that can be set" : "is not valid JSON, or not of the type it should be");
        return new ProblemException(
                "malformed-body",
                "The body cannot be understood",
                400,
                "Nothing was stored; see errors.",
                List.of(error),
                Map.of());
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()));
        return pointer.toString();
    }
}
