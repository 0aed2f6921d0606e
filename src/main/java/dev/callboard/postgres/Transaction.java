package dev.callboard.postgres;

import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Handle;

/**
 * One open READ COMMITTED transaction. Domain classes pass it on; only stores look inside.
 */
public final class Transaction {
    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For stores only: the connection's Jdbi handle. */
    public Handle handle() {
        return handle;
    }

    /**
     * Runs the work once the commit has been confirmed, in the order given; never after a roll-back. The work must
     * not throw: what happened is already true.
     */
    public void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    List<Runnable> afterCommitWork() {
        return afterCommit;
    }
}
