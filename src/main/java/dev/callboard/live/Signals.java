package dev.callboard.live;

/**
 * Tells every screen that something changed. A signal carries no facts, only where to look again, so that a lost one
 * costs at most the time until the next periodic read.
 */
@FunctionalInterface
public interface Signals {

    /**
     * Says that the topic changed. To be called after the commit. Returns at once and never fails: what happened is
     * already true, whether or not anybody hears of it.
     */
    void changed(Topic topic);

    /** Tells nobody. */
    static Signals none() {
        return topic -> {};
    }
}
