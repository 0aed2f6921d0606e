package dev.callboard.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that greets and listens (RFC 5321), and answers some lines in its own way; it keeps no mail. */
public final class DialogueMailServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DialogueMailServer.class);

    private final ServerSocket listener;
    private final Function<String, String> replies;

    /**
     * @param port 0 for any that is free; where another is taken, any that is free
     * @param replies the answer to a client's line, or null for the ordinary one
     */
    public DialogueMailServer(int port, Function<String, String> replies) {
        this.replies = replies;
        try {
            this.listener = listen(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("mail server of a dialogue").start(this::serve);
    }

    private static ServerSocket listen(int port) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try {
            return new ServerSocket(port, 5, here);
        } catch (IOException taken) {
            return new ServerSocket(0, 5, here);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("smtp://127.0.0.1:" + listener.getLocalPort());
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                OutputStream out = client.getOutputStream();
                say(out, "220 mail.quayside.example");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String own = replies.apply(line);
                    say(out, own != null ? own : line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            } catch (IOException over) {
                LOG.debug("a client hung up, or the server was closed: {}", over.getMessage());
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
