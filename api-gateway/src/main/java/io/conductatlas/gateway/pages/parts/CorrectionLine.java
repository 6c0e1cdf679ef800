package io.conductatlas.gateway.pages.parts;

import io.conductatlas.events.ReviewVerdict;
import io.conductatlas.gateway.readmodel.ReviewView;
import java.util.TreeMap;

/**
 * A review in a list.
 *
 * @param says what was decided, in a sentence
 * @param href what it is about
 */
public record CorrectionLine(
        Moment at,
        String says,
        String reason,
        String subject,
        String href,
        String title,
        Link platform,
        Link document) {

    public static CorrectionLine of(ReviewView review) {
        return new CorrectionLine(
                Moment.of(review.recordedAt()),
                says(review),
                review.reason(),
                review.subject(),
                switch (review.kind()) {
                    case PROVISION -> Hrefs.provision(review.subject());
                    case ASSESSMENT -> Hrefs.change(review.subject());
                    case CAPTURE -> Hrefs.document(review.platform(), review.document());
                },
                review.title(),
                new Link(Hrefs.platform(review.platform()), review.platform().name()),
                new Link(
                        Hrefs.document(review.platform(), review.document()),
                        review.document().name()));
    }

    private static String says(ReviewView review) {
        if (review.kind() == ReviewView.Kind.CAPTURE) {
            return review.verdict() == ReviewVerdict.ACCEPTED
                    ? "A capture that had been refused is the agreement after all."
                    : "The refusal of a capture was confirmed.";
        }
        String what = review.kind() == ReviewView.Kind.PROVISION ? "provision" : "assessment";
        return switch (review.verdict()) {
            case ACCEPTED -> "The %s was confirmed by a person.".formatted(what);
            case REJECTED -> "The %s was withdrawn.".formatted(what);
            case CORRECTED -> {
                StringBuilder corrected = new StringBuilder("The %s was corrected".formatted(what));
                new TreeMap<>(review.correction())
                        .forEach((field, value) -> corrected
                                .append(corrected.indexOf(":") < 0 ? ": " : "; ")
                                .append(Words.ofSlug(field).toLowerCase(java.util.Locale.ROOT))
                                .append(field.equals("summary") ? " reworded" : " is now " + value(value)));
                yield corrected.append('.').toString();
            }
        };
    }

    private static String value(String value) {
        return Words.ofSlug(value).toLowerCase(java.util.Locale.ROOT);
    }
}
