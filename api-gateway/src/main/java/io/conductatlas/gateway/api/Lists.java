package io.conductatlas.gateway.api;

import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.DocumentView;
import io.conductatlas.gateway.readmodel.Documents;
import io.conductatlas.gateway.readmodel.PlatformView;
import io.conductatlas.gateway.readmodel.Platforms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what addresses and filters name, or says what there is not. */
@ApplicationScoped
class Lists {

    private final Platforms platforms;
    private final Documents documents;

    Lists(Platforms platforms, Documents documents) {
        this.platforms = platforms;
        this.documents = documents;
    }

    Uni<PlatformView> platform(String slug) {
        return platforms
                .bySlug(slug)
                .map(found -> found.orElseThrow(() -> ProblemException.notFound("platform", slug)));
    }

    Uni<DocumentView> document(String platformSlug, String slug) {
        return documents
                .bySlug(platformSlug, slug)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.notFound("document", platformSlug + "/" + slug)));
    }

    /** The id of the platform that a filter names; null where it names none. */
    Uni<@Nullable UUID> platformId(@Nullable String slug) {
        return slug == null ? Uni.createFrom().nullItem() : platform(slug).map(PlatformView::id);
    }

    /** The constant that a filter names; null where it names none. */
    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String parameter, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badParameter(
                        parameter, "must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
