package io.conductatlas.gateway.problems;

import io.conductatlas.gateway.problems.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a body, so that whoever sent it hears of all of it at once. */
public final class Faults {

    private final List<FieldError> errors = new ArrayList<>();

    /** The body of a request; fails with 400 where there is none. */
    public static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new ProblemException(
                    "malformed-body", "The body cannot be understood", 400, "A JSON object is needed; there is none.");
        }
        return body;
    }

    /** Notes a fault unless {@code holds}. */
    public Faults check(boolean holds, String field, String code, String message) {
        if (!holds) {
            errors.add(new FieldError("/" + field.replace('.', '/'), code, message));
        }
        return this;
    }

    /** A text that must be there, at most {@code longest} characters, without control characters; "" where it is not. */
    public String text(@Nullable String value, String field, int longest) {
        String stripped = value == null ? "" : value.strip();
        check(!stripped.isEmpty(), field, "required", "must be given");
        return checkText(stripped, field, longest);
    }

    /** A text that may be left out, then "". */
    public String optionalText(@Nullable String value, String field, int longest) {
        return checkText(value == null ? "" : value.strip(), field, longest);
    }

    /** A slug, or "" where it is none. */
    public String slug(@Nullable String value, String field) {
        String text = value == null ? "" : value;
        check(!text.isEmpty(), field, "required", "must be given");
        check(
                text.isEmpty() || text.length() <= 80 && text.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                field,
                "not-a-slug",
                "must be lower-case letters and digits with single hyphens, at most 80");
        return text;
    }

    /** Fails with 422 if there were any. */
    public void raise() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private String checkText(String text, String field, int longest) {
        check(text.length() <= longest, field, "too-long", "must have at most %d characters".formatted(longest));
        check(
                text.codePoints().noneMatch(Character::isISOControl),
                field,
                "control-character",
                "must not contain control characters");
        return text;
    }
}
