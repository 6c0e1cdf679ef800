package io.conductatlas.gateway.paging;

import io.conductatlas.gateway.problems.ProblemException;
import io.conductatlas.gateway.readmodel.PageRequest;
import io.conductatlas.secrets.SignedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes places in lists opaque: a cursor is signed, and good only for the list and the filter it was made for. */
@ApplicationScoped
public class Cursors {

    /** How many items a page has unless the caller says otherwise. */
    public static final String DEFAULT_LIMIT = "50";

    private final SignedTokens tokens;

    public Cursors(SignedTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What a request asks for.
     *
     * @param list names the list and its filter
     * @param cursor as the caller sent it
     * @throws ProblemException with 400 if the cursor is not one of this list or the limit is out of bounds
     */
    public PageRequest read(String list, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > PageRequest.MAX) {
            throw ProblemException.badParameter("limit", "must be from 1 to " + PageRequest.MAX);
        }
        if (cursor == null) {
            return PageRequest.first(limit);
        }
        String position = tokens.read(purpose(list), cursor)
                .orElseThrow(() -> ProblemException.badParameter("after", "is not a cursor of this list"));
        return new PageRequest(position, limit);
    }

    /** The cursor of a place; null stays null. */
    public @Nullable String write(String list, @Nullable String position) {
        return position == null ? null : tokens.sign(purpose(list), position);
    }

    private static String purpose(String list) {
        return "cursor " + list;
    }
}
