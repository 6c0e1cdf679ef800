package io.conductatlas.gateway.ops;

import io.conductatlas.gateway.pages.Queries;
import io.conductatlas.gateway.paging.Cursors;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Makes what stands around pages for staff, and sends browsers on after an act. */
@ApplicationScoped
class Shells {
    private final SecurityIdentity identity;
    private final Cursors cursors;

    Shells(SecurityIdentity identity, Cursors cursors) {
        this.identity = identity;
        this.cursors = cursors;
    }

    /** @param done a {@link Notice} by name; anything else says nothing */
    Shell of(String section, String done) {
        Notice notice = Queries.constant(Notice.class, done);
        return new Shell(identity.getPrincipal().getName(), section, notice == null ? null : notice.words());
    }

    Shell of(String section) {
        return of(section, "");
    }

    /** Whether whoever is signed in has that role, so that pages offer no button that would be refused. */
    boolean may(String role) {
        return identity.hasRole(role);
    }

    /**
     * The address of the next page of a list; null where there is none.
     *
     * @param list names the list and its filter, as for {@link Cursors#read}
     * @param choices what the reader had chosen
     */
    @Nullable
    String next(String path, Map<String, String> choices, String list, @Nullable String position) {
        String cursor = cursors.write(list, position);
        if (cursor == null) {
            return null;
        }
        Map<String, String> all = new HashMap<>(choices);
        all.put("after", cursor);
        return Queries.address(path, all);
    }

    static RestResponse<Void> done(String path, Map<String, String> parameters, Notice notice) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("done", notice.name());
        return RestResponse.seeOther(URI.create(Queries.address(path, all)));
    }
}
