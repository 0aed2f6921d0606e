package dev.callboard.live;

/**
 * Receives what a feed read. Called on the feed's own thread, one call at a time.
 *
 * @param <S> the immutable snapshot
 */
public interface FeedListener<S> {

    /** A read succeeded; snapshots arrive in the order in which they were read. */
    void read(S snapshot);

    /** A read failed; the feed goes on trying by itself. */
    void failed(RuntimeException failure);
}
