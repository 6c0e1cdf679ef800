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

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @Override
    public String render(Problem problem) {
        boolean staff = problem.instance().equals("/ops") || problem.instance().startsWith("/ops/");
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
                        staff ? STAFF : HOME))
                .render();
    }
}
