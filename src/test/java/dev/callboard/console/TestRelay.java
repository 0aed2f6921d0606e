package dev.callboard.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between a client and a server of this machine, which a test can cut and mend. */
public final class TestRelay implements AutoCloseable {
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket door;

    public TestRelay(int target) {
        this.target = target;
        this.port = listen(0);
    }

    private int listen(int wanted) {
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            ServerSocket mine = door;
            Thread.ofVirtual().start(() -> accept(mine));
            return door.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept(ServerSocket mine) {
        while (!mine.isClosed()) {
            try {
                Socket near = mine.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException cut) {
                end(mine);
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            end(from);
        }
    }

    private static void end(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception already) {
            throw new IllegalStateException(already);
        }
    }

    public int port() {
        return port;
    }

    /** Ends every connection and takes no further one. */
    public void cut() {
        end(door);
        open.forEach(TestRelay::end);
        open.clear();
    }

    /** Takes connections again, at the same place. */
    public void mend() {
        listen(port);
    }

    @Override
    public void close() {
        cut();
    }
}
