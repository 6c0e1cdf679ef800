package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.pages.parts.Frames;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.problems.ErrorPage;
import io.conductatlas.gateway.problems.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows problems in the frame of the other pages. */
@ApplicationScoped
class ErrorPages implements ErrorPage {
    private static final Link HOME = new Link("/", "To the first page");
    private static final Link STAFF = new Link("/ops", "To the overview for staff");
    private static final Link SIGN_IN = new Link("/ops/sign-in", "Back to signing in");
    private static final String SESSION = "/ops/session";

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @Override
    public String render(Problem problem) {
        return Templates.problem(new ProblemPage(
                        frames.closed(problem.title(), ""),
                        problem.status(),
                        problem.title(),
                        problem.detail(),
                        problem.errors().stream()
                                .map(error -> "%s %s"
                                        .formatted(
                                                Optional.ofNullable(error.pointer())
                                                        .map(pointer -> pointer.replace("/", " ")
                                                                .strip())
                                                        .orElse(""),
                                                error.message())
                                        .strip())
                                .toList(),
                        problem.requestId(),
                        onward(problem.instance())))
                .render();
    }

    /** Whoever could not sign in is not sent to pages that only signed-in staff may see. */
    private static Link onward(String path) {
        if (path.equals(SESSION)) {
            return SIGN_IN;
        }
        return path.equals("/ops") || path.startsWith("/ops/") ? STAFF : HOME;
    }
}
