package io.conductatlas.fetcher.problem;

import java.util.Map;

/** A request that is answered with a problem. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(String slug, String title, int status, String detail) {
        this(slug, title, status, detail, Map.of());
    }

    public ProblemException(String slug, String title, int status, String detail, Map<String, String> headers) {
        super(detail);
        this.problem = Problem.of(slug, title, status, detail);
        this.headers = Map.copyOf(headers);
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
