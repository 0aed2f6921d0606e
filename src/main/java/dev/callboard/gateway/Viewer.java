package dev.callboard.gateway;

import java.time.Duration;

/** What one viewer has yet to be shown: only the newest counts, however slowly they read. */
final class Viewer {
    private final String client;
    private String unseen;
    private boolean closed;

    /** @param client who looks, by address */
    Viewer(String client) {
        this.client = client;
    }

    String client() {
        return client;
    }

    synchronized void show(String news) {
        unseen = news;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits for news. @return null where there was none for so long, or it is over */
    synchronized String next(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); unseen == null && !closed && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        String news = unseen;
        unseen = null;
        return news;
    }
}
