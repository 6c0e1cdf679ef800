package io.conductatlas.classifier.provision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document when its next version comes.
 *
 * @param revision 0 for a document never assessed
 * @param versionId the Version assessed last
 * @param provisions all that were ever met, by their ids
 */
public record DocumentState(long revision, @Nullable String versionId, List<KnownProvision> provisions) {
    public DocumentState {
        provisions = List.copyOf(provisions);
    }
}
