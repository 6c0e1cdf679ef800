package io.conductatlas.gateway.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What went wrong, as RFC 9457 has it. */
@Schema(name = "Problem", description = "What went wrong (RFC 9457). The type is stable; the detail is for people.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(description = "A stable address that names the kind of problem")
        String type,

        String title,
        int status,
        String detail,
        @Schema(description = "The path that was asked for") String instance,

        @Schema(description = "Names this request in our logs")
        String requestId,

        @Schema(description = "What is wrong with single fields")
        List<FieldError> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> more) {

    private static final String TYPES = "https://conductatlas.example/problems/";

    /** What problems travel as. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What they travel as to a browser. */
    static final String PAGE_TYPE = "text/html;charset=UTF-8";

    public Problem {
        errors = List.copyOf(errors);
        more = Map.copyOf(more);
    }

    static Problem of(ProblemException e, String instance, String requestId) {
        return new Problem(
                TYPES + e.slug(), e.title(), e.status(), e.detail(), instance, requestId, e.errors(), e.more());
    }

    /** One field's fault. */
    @Schema(name = "FieldError")
    public record FieldError(
            @Schema(description = "A JSON pointer into the body, or a parameter's name") @Nullable
            String pointer,

            @Schema(description = "Stable, in lower case with hyphens")
            String code,

            String message) {}
}
