package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.parts.Badge;
import io.conductatlas.gateway.pages.parts.CorrectionLine;
import io.conductatlas.gateway.pages.parts.Frame;
import io.conductatlas.gateway.pages.parts.Link;
import io.conductatlas.gateway.pages.parts.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision or an assessment, and the form that decides about it.
 *
 * @param open where everyone sees it
 * @param words the provision's quotes, or the assessment's summary
 * @param types what the type can be corrected to; empty for a change
 * @param directions what the direction can be corrected to; empty for a provision
 * @param seen the review that stands, by its id; empty where there is none
 * @param may whether whoever looks may decide
 */
record ReviewPage(
        Frame frame,
        Shell shell,
        String id,
        String title,
        Link open,
        List<Badge> badges,
        List<String> words,
        List<Option> types,
        List<Option> severities,
        List<Option> directions,
        boolean change,
        List<CorrectionLine> reviews,
        String act,
        String seen,
        boolean may) {

    /** The list of what could be reviewed next, and what was. */
    record Queue(
            Frame frame,
            Shell shell,
            String asked,
            @Nullable String fault,
            List<Unsure> unsure,
            List<CorrectionLine> latest) {}

    /** A provision that was named with little confidence. */
    record Unsure(String href, String id, String title, String confidence, String quote, String document) {}
}
