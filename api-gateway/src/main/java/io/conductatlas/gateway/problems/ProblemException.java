package io.conductatlas.gateway.problems;

import io.conductatlas.gateway.problems.Problem.FieldError;
import java.util.List;
import java.util.Map;

/** A request that cannot be served, and what to tell whoever made it. It never carries more than they may know. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String slug;
    private final String title;
    private final int status;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> more;

    /** @param slug names the kind of problem for ever, for example {@code plan-limit-exceeded} */
    public ProblemException(String slug, String title, int status, String detail) {
        this(slug, title, status, detail, List.of(), Map.of());
    }

    ProblemException(
            String slug, String title, int status, String detail, List<FieldError> errors, Map<String, Object> more) {
        super(detail);
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.errors = List.copyOf(errors);
        this.more = Map.copyOf(more);
    }

    /** Nothing there by that name, or nothing that the caller may know of. */
    public static ProblemException notFound(String what, String name) {
        return new ProblemException("not-found", "Not found", 404, "There is no %s %s.".formatted(what, name));
    }

    /** The fields are well-formed but cannot be taken. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                "invalid-fields",
                "Some fields cannot be taken",
                422,
                "Nothing was stored; see errors.",
                errors,
                Map.of());
    }

    /** A parameter of the address is not what it should be. */
    public static ProblemException badParameter(String name, String message) {
        return new ProblemException(
                "bad-parameter",
                "A parameter cannot be understood",
                400,
                "The parameter %s %s.".formatted(name, message),
                List.of(new FieldError(name, "bad-parameter", message)),
                Map.of());
    }

    /** Something of the kind is there already. */
    public static ProblemException conflict(String slug, String detail) {
        return new ProblemException(slug, "It is there already", 409, detail);
    }

    /**
     * The caller's plan does not reach that far.
     *
     * @param limit what the plan allows
     * @param current how much of it is in use
     */
    public static ProblemException planLimit(String plan, String what, int limit, int current) {
        String detail = limit == 0
                ? "The plan %s does not include %s.".formatted(plan, what)
                : "The plan %s has a limit on %s: at most %d; in use: %d.".formatted(plan, what, limit, current);
        return new ProblemException(
                "plan-limit-exceeded",
                "The plan does not allow this",
                403,
                detail,
                List.of(),
                Map.of("plan", plan, "limit", limit, "current", current));
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    public int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<FieldError> errors() {
        return errors;
    }

    Map<String, Object> more() {
        return more;
    }
}
