package io.conductatlas.classifier.provision;

import io.conductatlas.events.ProvisionReviewed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document when its next version comes.
 *
 * @param revision 0 for a document never assessed
 * @param versionId the Version assessed last
 * @param appearance what was assessed last; null where that is not known
 * @param provisions all that were ever met, by their ids
 */
public record DocumentState(
        long revision, @Nullable String versionId, @Nullable Appearance appearance, List<KnownProvision> provisions) {
    public DocumentState {
        provisions = List.copyOf(provisions);
    }

    /** The same after staff said something of one of the provisions. */
    public DocumentState after(ProvisionReviewed review) {
        return new DocumentState(
                revision,
                versionId,
                appearance,
                provisions.stream()
                        .map(provision ->
                                provision.id().equals(review.provisionId()) ? provision.after(review) : provision)
                        .toList());
    }
}
