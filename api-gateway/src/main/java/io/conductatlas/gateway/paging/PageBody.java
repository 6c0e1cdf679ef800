package io.conductatlas.gateway.paging;

import io.conductatlas.gateway.readmodel.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, as the API gives it.
 *
 * @param next the cursor of the next page, for {@code after}; null on the last page
 */
@Schema(description = "Some of a list; send next as after to go on, until it is null.")
public record PageBody<T>(List<T> items, @Nullable String next) {

    /** The page with its place made opaque. */
    public static <T> PageBody<T> of(Cursors cursors, String list, Page<T> page) {
        return new PageBody<>(page.items(), cursors.write(list, page.next()));
    }
}
