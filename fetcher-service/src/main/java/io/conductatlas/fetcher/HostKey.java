package io.conductatlas.fetcher;

import io.conductatlas.outbound.InvalidUrlException;
import io.conductatlas.outbound.OutboundUrl;

/** What politeness is kept by: the host's name, with its port where that is an unusual one. */
public final class HostKey {

    /** The host of addresses that no request is sent to; their fetches fail without asking anybody. */
    public static final String NOWHERE = "-";

    private HostKey() {}

    /** The key of {@code url}'s host. */
    public static String of(String url) {
        try {
            return of(OutboundUrl.parse(withoutFragment(url)));
        } catch (InvalidUrlException e) {
            return NOWHERE;
        }
    }

    /** What of a page's address is sent: all but the part from # on, which is for browsers only. */
    public static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** The key of {@code url}'s host. */
    public static String of(OutboundUrl url) {
        boolean usual = url.port() == 80 || url.port() == 443;
        return usual ? url.host() : url.host() + ':' + url.port();
    }
}
