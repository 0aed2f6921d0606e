package dev.callboard.workers;

import dev.callboard.sample.DialogueMailServer;

/** A mail server that answers every recipient with one reply. */
final class RefusingMailServer implements AutoCloseable {
    private final DialogueMailServer server;

    RefusingMailServer(String reply) {
        this.server = new DialogueMailServer(0, line -> line.startsWith("RCPT") ? reply : null);
    }

    Mailer mailer() {
        return new Mailer(server.address(), "shop@localhost");
    }

    @Override
    public void close() {
        server.close();
    }
}
