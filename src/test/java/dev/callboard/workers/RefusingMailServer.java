package dev.callboard.workers;

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

/** An SMTP server that greets, listens and answers every recipient with one reply (RFC 5321). */
final class RefusingMailServer implements AutoCloseable {
    private final ServerSocket listener;
    private final String reply;

    RefusingMailServer(String reply) throws IOException {
        this.reply = reply;
        this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    Mailer mailer() {
        return new Mailer(URI.create("smtp://127.0.0.1:" + listener.getLocalPort()), "shop@localhost");
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                OutputStream out = client.getOutputStream();
                say(out, "220 here");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    say(out, line.startsWith("RCPT") ? reply : line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            } catch (IOException over) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(over);
                }
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
