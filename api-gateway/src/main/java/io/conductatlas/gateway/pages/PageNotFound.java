package io.conductatlas.gateway.pages;

import io.conductatlas.gateway.problems.ProblemException;

/** Nothing of that name is recorded. */
final class PageNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    PageNotFound(String detail) {
        super("not-found", "Not found", 404, detail);
    }
}
