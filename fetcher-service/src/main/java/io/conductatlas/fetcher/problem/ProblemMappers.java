package io.conductatlas.fetcher.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.conductatlas.archive.ArchiveUnavailableException;
import io.conductatlas.delivery.Failures;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problems of exceptions; tells nothing about what is inside. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Map<String, String> SOON = Map.of("Retry-After", "10");

    @ServerExceptionMapper
    RestResponse<Problem> map(ProblemException e) {
        return respond(e.problem(), e.headers());
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(JacksonException e) {
        return malformed();
    }

    /** Named besides the general one, because Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper
    RestResponse<Problem> map(MismatchedInputException e) {
        return malformed();
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        if (status == 400) {
            return malformed();
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Request refused" : known.getReasonPhrase();
        return respond(Problem.of("http-" + status, title, status, title + "."), Map.of());
    }

    @ServerExceptionMapper
    RestResponse<Problem> map(RuntimeException e) {
        if (e instanceof ArchiveUnavailableException || Failures.isTransient(e)) {
            return respond(
                    Problem.of("unavailable", "Try again soon", 503, "A part of the service is away for the moment."),
                    SOON);
        }
        LOG.error("a request failed", e);
        return respond(Problem.of("internal", "Our fault", 500, "The request failed for a reason of ours."), Map.of());
    }

    private static RestResponse<Problem> malformed() {
        return respond(
                Problem.of(
                        "malformed-request", "Malformed request", 400, "The request is not what this address takes."),
                Map.of());
    }

    private static RestResponse<Problem> respond(Problem problem, Map<String, String> headers) {
        RestResponse.ResponseBuilder<Problem> response = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        headers.forEach(response::header);
        return response.build();
    }
}
