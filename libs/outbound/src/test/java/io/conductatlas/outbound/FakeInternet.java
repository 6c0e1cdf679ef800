package io.conductatlas.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/** Public addresses that lead to servers on this machine, names that point to them, and a record of who was dialled. */
final class FakeInternet extends SocketFactory implements Resolver {

    private final Map<InetAddress, Integer> servers = new HashMap<>();
    private final Map<String, Deque<List<InetAddress>>> names = new HashMap<>();
    final List<InetAddress> dialled = new CopyOnWriteArrayList<>();
    final List<String> lookedUp = new CopyOnWriteArrayList<>();

    /** The server on local {@code port} has {@code address}. */
    FakeInternet server(String address, int port) {
        servers.put(ip(address), port);
        return this;
    }

    /** {@code name} resolves to {@code addresses}; said twice, the next lookup gets the next answer. */
    FakeInternet name(String name, String... addresses) {
        List<InetAddress> answer = new ArrayList<>();
        for (String address : addresses) {
            answer.add(ip(address));
        }
        names.computeIfAbsent(name, n -> new ArrayDeque<>()).add(answer);
        return this;
    }

    @Override
    public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
        lookedUp.add(host);
        Deque<List<InetAddress>> answers = names.get(host);
        if (answers == null) {
            throw new UnknownHostException(host);
        }
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    static InetAddress ip(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Socket createSocket() {
        return new Redirected();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private final class Redirected extends Socket {
        private InetAddress pretended;

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            pretended = ((InetSocketAddress) endpoint).getAddress();
            dialled.add(pretended);
            Integer port = servers.get(pretended);
            if (port == null) {
                throw new ConnectException("nobody there");
            }
            super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
        }

        @Override
        public InetAddress getInetAddress() {
            return pretended;
        }
    }
}
