package io.conductatlas.gateway.pages;

import jakarta.ws.rs.NotFoundException;

/** Nothing of that name is recorded. */
final class PageNotFound extends NotFoundException {
    private static final long serialVersionUID = 1L;

    PageNotFound(String detail) {
        super(detail);
    }
}
