package dev.callboard.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that write bytes of their own choosing, and keep their connections until the end. */
final class RawClients implements AutoCloseable {
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    RawClients(int port) {
        this.port = port;
    }

    /** Writes this on a connection of its own, and leaves it open. */
    Socket send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Socket send(byte[] bytes) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        sockets.add(socket);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(bytes);
        return socket;
    }

    /** The whole answer, up to where the server closed the connection; so the request must ask for that. */
    String ask(String text) throws IOException {
        return new String(send(text).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
