package io.conductatlas.gateway.attempts;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells where a request comes from. */
@ApplicationScoped
public class Addresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final int trustedProxies;

    Addresses(AttemptsConfig config) {
        this.trustedProxies = config.trustedProxies();
    }

    /** The address to count by: of IPv6 the network of 64 bits, of which anybody has all addresses. */
    public String of(HttpServerRequest request) {
        return of(request.remoteAddress().hostAddress(), request.headers().getAll(FORWARDED_FOR), trustedProxies);
    }

    /**
     * Each proxy adds whom it was asked by at the end: what the caller wrote itself stands before that and is passed over.
     * Where an entry is no address the nearest one that is known counts.
     */
    static String of(String remote, List<String> forwardedFor, int trustedProxies) {
        List<String> hops = forwardedFor.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(String::strip)
                .toList();
        String address = remote;
        for (int i = hops.size() - 1; i >= 0 && i >= hops.size() - trustedProxies; i--) {
            if (NetUtil.createInetAddressFromIpAddressString(hops.get(i)) == null) {
                break;
            }
            address = hops.get(i);
        }
        return network(address);
    }

    private static String network(String address) {
        InetAddress parsed = NetUtil.createInetAddressFromIpAddressString(address);
        if (!(parsed instanceof Inet6Address)) {
            return parsed == null ? address : parsed.getHostAddress();
        }
        byte[] bytes = parsed.getAddress();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            network.append("%02x%02x:".formatted(bytes[i], bytes[i + 1]));
        }
        return network.append(":/64").toString();
    }
}
