package io.conductatlas.gateway.pages;

/** Nothing of that name is recorded. */
final class PageNotFound extends RuntimeException {
    PageNotFound(String detail) {
        super(detail);
    }
}
