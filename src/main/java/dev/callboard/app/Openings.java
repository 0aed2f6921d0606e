package dev.callboard.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.slf4j.LoggerFactory;

/**
 * What is open, so that an end by a signal closes it as an ordinary end would: the newest first. Whatever is added must
 * bear being closed twice.
 */
final class Openings implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T thing) {
        open.push(thing);
        return thing;
    }

    @Override
    public void close() {
        for (AutoCloseable thing : newestFirst()) {
            try {
                thing.close();
            } catch (Exception failure) {
                // the first logger settles how much is logged, and this class is there before the command line is read
                LoggerFactory.getLogger(Openings.class).warn("{} could not be closed: {}",
                        thing.getClass().getSimpleName(), failure.getMessage());
            }
        }
    }

    private synchronized List<AutoCloseable> newestFirst() {
        return List.copyOf(open);
    }
}
