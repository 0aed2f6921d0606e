package dev.callboard.live;

import java.util.Set;

/** Hears the signals of exactly the topics that somebody looks at. */
public interface Subscriptions {

    /**
     * Calls the listener after each signal of one of the topics, and after a lost connection has come back (what was
     * said meanwhile is lost). Returns at once, whether or not Redis answers; the listener must be quick.
     *
     * @return ends the subscription when closed; also returns at once
     */
    Subscription subscribe(Set<Topic> topics, Runnable listener);

    /** Hears nothing: only the periodic read brings news. */
    static Subscriptions none() {
        return (topics, listener) -> () -> {};
    }

    /** One listener's interest. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
