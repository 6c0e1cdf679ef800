package io.conductatlas.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface Resolver {

    /** All addresses of {@code host}, in the order to try them; never empty. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The operating system's resolver. */
    static Resolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
