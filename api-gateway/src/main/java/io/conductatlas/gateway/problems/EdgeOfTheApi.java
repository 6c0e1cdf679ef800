package io.conductatlas.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.conductatlas.gateway.readmodel.Rows;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Problems for requests that never reach a resource, and the request's id in every answer. */
@ApplicationScoped
class EdgeOfTheApi {

    private static final long LARGEST_BODY = 256 * 1024;
    private static final int EARLY = 1000;

    private final ErrorPage page;

    EdgeOfTheApi(ErrorPage page) {
        this.page = page;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::greet, EARLY);
    }

    void routes(@Observes Router router) {
        router.errorHandler(404, request -> refuse(request, 404, "Not found", "There is nothing at this address."));
        router.errorHandler(
                405, request -> refuse(request, 405, "This cannot be done here", "The method is not allowed here."));
        router.errorHandler(
                413, request -> refuse(request, 413, "The body is too large", "A body may have at most 256 kB."));
        router.errorHandler(500, request -> refuse(request, 500, "Our fault", "Something went wrong on our side."));
        router.errorHandler(
                400, request -> refuse(request, 400, "The request cannot be understood", "The request is malformed."));
    }

    private void greet(RoutingContext request) {
        request.response().putHeader(RequestIds.HEADER, RequestIds.of(request));
        if (length(request) > LARGEST_BODY) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            refuse(request, 413, "The body is too large", "A body may have at most 256 kB.");
        } else {
            request.next();
        }
    }

    private static long length(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0; // the server itself refuses it
        }
    }

    private void refuse(RoutingContext request, int status, String title, String detail) {
        if (request.response().ended()) {
            return;
        }
        Problem problem = Problem.of(
                new ProblemException("http-" + status, title, status, detail),
                request.request().path(),
                RequestIds.of(request));
        boolean wantsPage = Acceptance.wantsPage(request.request().getHeader(HttpHeaders.ACCEPT));
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, wantsPage ? Problem.PAGE_TYPE : Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Accept")
                .end(wantsPage ? page.render(problem) : write(problem));
    }

    private static String write(Problem problem) {
        try {
            return Rows.JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written as JSON", e);
        }
    }
}
