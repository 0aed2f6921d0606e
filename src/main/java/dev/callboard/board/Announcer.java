package dev.callboard.board;

import dev.callboard.tickets.BoardCall;

/** Says calls aloud, one after another. */
public interface Announcer {

    /**
     * Says the call when its turn comes, to the end. Returns at once.
     *
     * @param spoken run after the last word, on another thread; never where there is no voice
     */
    void announce(BoardCall call, Runnable spoken);

    /** Does not say that call if its turn has not come yet: it was taken back. */
    void withdraw(BoardCall call);

    /** Says nothing. */
    static Announcer silent() {
        return new Announcer() {
            @Override
            public void announce(BoardCall call, Runnable spoken) {}

            @Override
            public void withdraw(BoardCall call) {}
        };
    }
}
