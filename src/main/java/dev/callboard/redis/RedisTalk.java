package dev.callboard.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A few words with a single Redis over a bare socket: for a PING or one PUBLISH, opening a whole client would take a
 * hundred times as long.
 */
public final class RedisTalk implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader answers;

    /**
     * Connects, and logs in where the address has a user or password.
     *
     * @param address of kind SINGLE and without TLS
     * @param limit for connecting, and for each answer
     */
    public RedisTalk(RedisAddress address, Duration limit) throws IOException {
        URI node = URI.create(address.nodes().getFirst());
        try {
            socket.connect(new InetSocketAddress(node.getHost(), node.getPort()), (int) limit.toMillis());
            socket.setSoTimeout((int) limit.toMillis());
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (address.password() != null) {
                ask(address.user() == null
                        ? new String[]{"AUTH", address.password()}
                        : new String[]{"AUTH", address.user(), address.password()});
            }
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /** True for an address that can be spoken to in this way. */
    public static boolean canReach(RedisAddress address) {
        return address.kind() == RedisAddress.Kind.SINGLE && address.nodes().getFirst().startsWith("redis://");
    }

    /** The first line of the answer, or an empty text when the server hung up. */
    public String ask(String... words) throws IOException {
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
