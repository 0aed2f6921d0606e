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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, counts what the client asks, and cuts every connection at one request: before
 * the server gets it, or after it has got it and before the client hears the answer.
 */
final class CuttingProxy implements AutoCloseable {

    /** On which side of a request the cut is made. */
    enum Cut {
        BEFORE_IT_ARRIVES, BEFORE_ITS_ANSWER
    }

    private final ServerSocket listener;
    private final int serverPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int cutAt = Integer.MAX_VALUE;
    private volatile Cut cut = Cut.BEFORE_IT_ARRIVES;
    private volatile boolean down;
    private volatile CountDownLatch workedOff = new CountDownLatch(1);

    CuttingProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on counts requests and cuts at the n-th; afterwards nothing gets through until {@link #heal}. */
    void cutAt(int request, Cut side) {
        workedOff = new CountDownLatch(1);
        requests.set(0);
        cut = side;
        cutAt = request;
    }

    /** True from the cut on until {@link #heal}. */
    boolean isDown() {
        return down;
    }

    /** @return true where the cut was made */
    boolean heal() {
        boolean wasCut = down;
        cutAt = Integer.MAX_VALUE;
        down = false;
        return wasCut;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (down) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            } catch (IOException closed) {
                cutAll();
            }
        }
    }

    private void pump(Socket from, Socket to, boolean asks) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!asks && down) {
                    workedOff.countDown();
                    return;
                }
                boolean last = asks && requests.incrementAndGet() == cutAt;
                if (last && cut == Cut.BEFORE_IT_ARRIVES) {
                    cutAll();
                    return;
                }
                // the answer is lost, whatever it will be: nothing flows back any more
                if (last) {
                    down = true;
                }
                out.write(buffer, 0, read);
                out.flush();
                if (last) {
                    Set<Socket> open = Set.copyOf(sockets);
                    awaitAnswer();
                    open.forEach(this::close);
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

    /** The server has worked the request off when it answers; some requests have no answer. */
    private void awaitAnswer() {
        try {
            workedOff.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void cutAll() {
        down = true;
        Set.copyOf(sockets).forEach(this::close);
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
