package dev.callboard.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A few words with a Redis of this machine over a bare socket: quicker than opening a client for a PING. */
final class RedisTalk implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Socket socket = new Socket();
    private final BufferedReader answers;

    /** Connects, and logs in where there is a user. */
    RedisTalk(int port, String user, String password) throws IOException {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (user != null) {
                ask("AUTH", user, password);
            }
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** The first line of the answer, or an empty text when the server hung up. */
    String ask(String... words) throws IOException {
        StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            request.append('$').append(word.getBytes(StandardCharsets.UTF_8).length).append("\r\n").append(word)
                    .append("\r\n");
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        String line = answers.readLine();
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
