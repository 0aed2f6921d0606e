package dev.callboard.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between clients and a server of this machine; what gets through is for those that extend it to say. */
abstract class TcpProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    TcpProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins to listen. */
    final void open() {
        Thread.ofVirtual().start(this::accept);
    }

    final int port() {
        return listener.getLocalPort();
    }

    /** True where a new client is let in. */
    abstract boolean isReachable();

    /**
     * One piece of what one side says.
     *
     * @param asks true where the client says it
     * @return false where this connection ends with it
     */
    abstract boolean pass(boolean asks, Piece piece) throws IOException;

    /** Bytes on their way. */
    record Piece(byte[] bytes, int length, OutputStream to) {
        void send() throws IOException {
            to.write(bytes, 0, length);
            to.flush();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException closedOrServerAway) {
                if (listener.isClosed()) {
                    cutAll();
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (!isReachable()) {
            client.close();
            return;
        }
        Socket server = null;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        } finally {
            if (server == null) {
                client.close();
            }
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(server);
        Socket connected = server;
        Thread.ofVirtual().start(() -> pump(client, connected, true));
        Thread.ofVirtual().start(() -> pump(connected, client, false));
    }

    private void pump(Socket from, Socket to, boolean asks) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!pass(asks, new Piece(buffer, read, out))) {
                    return;
                }
            }
        } catch (IOException cutOff) {
            sockets.remove(from);
        } finally {
            close(from);
            close(to);
        }
    }

    final Set<Socket> connections() {
        return Set.copyOf(sockets);
    }

    final void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    final void cutAll() {
        connections().forEach(this::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        cutAll();
    }
}
