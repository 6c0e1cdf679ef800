package io.conductatlas.outbound;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The networks that nobody outside may send us to: this machine, its neighbours, and everything not on the Internet. */
final class DeniedNetworks {

    private static final List<Network> TABLE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/8", // loopback, unspecified, IPv4-compatible
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23", // Teredo, ORCHID, benchmarking
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    private final Set<InetAddress> ours;

    private DeniedNetworks(Set<InetAddress> ours) {
        this.ours = Set.copyOf(ours);
    }

    /** The table, and the addresses of this machine besides. */
    static DeniedNetworks andThisMachine() {
        try {
            Set<InetAddress> ours = new HashSet<>();
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .forEach(address -> ours.add(withoutZone(address)));
            return new DeniedNetworks(ours);
        } catch (SocketException e) {
            throw new IllegalStateException("cannot tell the addresses of this machine", e);
        }
    }

    boolean contains(InetAddress address) {
        InetAddress plain = withoutZone(address);
        return ours.contains(plain) || TABLE.stream().anyMatch(network -> network.contains(plain.getAddress()));
    }

    /** The same address without a zone, and as IPv4 where it is IPv4 mapped into IPv6. */
    private static InetAddress withoutZone(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private record Network(byte[] prefix, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Network(prefix, Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not a network: " + text, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != prefix[i]) {
                    return false;
                }
            }
            int mask = 0xff00 >> (bits % 8) & 0xff;
            return bits % 8 == 0 || (address[whole] & mask) == (prefix[whole] & mask);
        }
    }
}
