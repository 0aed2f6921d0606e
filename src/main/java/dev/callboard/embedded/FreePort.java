package dev.callboard.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine that nobody listens on. */
public final class FreePort {
    private FreePort() {}

    /** Any free port. */
    public static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The remembered port while it is free, else any other. */
    static int preferably(int remembered) throws IOException {
        if (remembered > 0) {
            try (ServerSocket socket = new ServerSocket(remembered, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                return any();
            }
        }
        return any();
    }
}
